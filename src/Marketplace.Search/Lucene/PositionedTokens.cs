using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Marketplace.Search.Lucene;

/// <summary>Hands ready words with their positions to the index writer.</summary>
internal sealed class PositionedTokens : TokenStream
{
    private readonly IReadOnlyList<(string Text, int Position)> _tokens;
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _step;
    private int _next;
    private int _position = -1;

    /// <param name="tokens">In order of their positions.</param>
    public PositionedTokens(IReadOnlyList<(string Text, int Position)> tokens)
    {
        _tokens = tokens;
        _term = AddAttribute<ICharTermAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
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
