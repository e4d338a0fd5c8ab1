using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Marketplace.Api.GraphQL;

/// <summary>Keeps documents that were valid, up to a total length. What was not used since the last look is dropped first.</summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new();
    private readonly ConcurrentQueue<Entry> _order = new();
    private long _length;

    public bool TryGet(string key, [NotNullWhen(true)] out PreparedDocument? document)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            entry.Used = true;
            document = entry.Document;
            return true;
        }

        document = null;
        return false;
    }

    public void Add(string key, PreparedDocument document)
    {
        var entry = new Entry(key, document);
        if (document.Length > capacity || !_entries.TryAdd(key, entry))
        {
            return;
        }

        _order.Enqueue(entry);
        Interlocked.Add(ref _length, document.Length);
        while (Interlocked.Read(ref _length) > capacity && _order.TryDequeue(out var oldest))
        {
            if (oldest.Used)
            {
                oldest.Used = false;
                _order.Enqueue(oldest);
            }
            else if (_entries.TryRemove(oldest.Key, out _))
            {
                Interlocked.Add(ref _length, -oldest.Document.Length);
            }
        }
    }

    private sealed class Entry(string key, PreparedDocument document)
    {
        public string Key => key;

        public PreparedDocument Document => document;

        public bool Used { get; set; }
    }
}
