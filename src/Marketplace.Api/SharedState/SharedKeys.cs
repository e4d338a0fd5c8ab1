using System.Security.Cryptography;
using System.Text;

namespace Marketplace.Api.SharedState;

/// <summary>
/// Keys under which nodes share things: nodes of one installation and one build. They are hashes, because a search text is nobody else's to read
/// in Redis, and because they are short.
/// </summary>
internal sealed class SharedKeys(Guid installation)
{
    private readonly string _ours = $"{installation:N} {typeof(SharedKeys).Module.ModuleVersionId:N} ";

    public string Of(string kind, string what) => $"{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_ours + what)))}";
}
