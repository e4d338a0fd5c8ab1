using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Marketplace.Api.GraphQL;

/// <summary>Documents that clients name by their hash instead of sending them. Read again when the file changes.</summary>
internal sealed partial class PersistedDocuments(string? path, ILogger<PersistedDocuments> log)
{
    private readonly Lock _reading = new();
    private (DateTime Written, IReadOnlyDictionary<string, string> Documents) _read = (default, new Dictionary<string, string>());

    public string? Find(string id)
    {
        if (_read.Documents.TryGetValue(id, out var document))
        {
            return document;
        }

        // An id names one content for ever, so only an unknown id is a reason to look at the file again.
        Refresh();
        return _read.Documents.GetValueOrDefault(id);
    }

    private void Refresh()
    {
        lock (_reading)
        {
            if (path is null || !File.Exists(path) || File.GetLastWriteTimeUtc(path) is var written && written == _read.Written)
            {
                return;
            }

            _read = (written, Read(path));
        }
    }

    private Dictionary<string, string> Read(string file)
    {
        var documents = new Dictionary<string, string>();
        try
        {
            foreach (var (id, document) in JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file)) ?? [])
            {
                if (id == "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))))
                {
                    documents.Add(id, document);
                }
                else
                {
                    HashDiffers(id, file);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            Unreadable(file, exception);
        }

        return documents;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The document {Id} in {File} does not have that hash and is left out.")]
    private partial void HashDiffers(string id, string file);

    [LoggerMessage(Level = LogLevel.Error, Message = "The persisted documents in {File} cannot be read.")]
    private partial void Unreadable(string file, Exception exception);
}
