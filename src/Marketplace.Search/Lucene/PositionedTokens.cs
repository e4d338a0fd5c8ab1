using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Marketplace.Search.Lucene;

/// <summary>Hands ready words with their positions to the index writer.</summary>
internal sealed class PositionedTokens : TokenStream
{
    [ThreadStatic]
    private static Dictionary<string, PositionedTokens>? _ofThread;

    private IReadOnlyList<(string Text, int Position)> _tokens = [];
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _step;
    private int _next;
    private int _position = -1;

    private PositionedTokens()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>
    /// The tokens of a field, in order of their positions. One stream serves all documents that a thread writes one after another: making it takes
    /// longer than reading it. So a document is written before the next one is made.
    /// </summary>
    public static PositionedTokens Of(string field, IReadOnlyList<(string Text, int Position)> tokens)
    {
        var streams = _ofThread ??= [];
        if (!streams.TryGetValue(field, out var stream))
        {
            streams[field] = stream = new PositionedTokens();
        }

        stream._tokens = tokens;
        return stream;
    }

    public override bool IncrementToken()
    {
        if (_next == _tokens.Count)
        {
            return false;
        }

        ClearAttributes();
        var (text, position) = _tokens[_next++];
        _term.Append(text);
        _step.PositionIncrement = position - _position;
        _position = position;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        (_next, _position) = (0, -1);
    }
}
