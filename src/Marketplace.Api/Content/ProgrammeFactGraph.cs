using GraphQL;
using Marketplace.Api.Content;
using Marketplace.Core;
using Marketplace.Core.Programme;
using Marketplace.Data;

namespace Marketplace.Api
{
    public sealed partial class Query
    {
        /// <summary>Facts of the OCOP programme and the province with their sources, oldest first; of those topics alone when any are given.</summary>
        [Cost(20)]
        public static IReadOnlyList<ProgrammeFactGraph> ProgrammeFacts(IReadOnlyList<string>? topics = null) =>
        [
            .. ShippedTexts.Facts.Where(fact => topics is null || topics.Contains(fact.Topic, StringComparer.Ordinal))
                .OrderBy(fact => fact.AsOf, StringComparer.Ordinal).Select(fact => new ProgrammeFactGraph(fact)),
        ];
    }
}

namespace Marketplace.Api.Content
{
    /// <summary>A figure or statement about the OCOP programme or the province, as sources gave it at some time. Not counted by this marketplace.</summary>
    [Name("ProgrammeFact")]
    public sealed class ProgrammeFactGraph
    {
        private readonly ProgrammeFact _fact;

        internal ProgrammeFactGraph(ProgrammeFact fact)
        {
            _fact = fact;
            Breakdown = [.. fact.Breakdown.Select(part => new FactPartGraph(part.Key, part.Value))];
        }

        /// <summary>Stable code.</summary>
        public string Code => _fact.Code;

        /// <summary>
        /// What it is about: "administration", "budget", "coconut", "craft", "export", "geographical-indications", "livestock", "ocop-products",
        /// "programme", "seafood" or "target".
        /// </summary>
        public string Topic => _fact.Topic;

        /// <summary>Year, month or day to which the source refers it: 2024, 2024-12, 2018-12-28; "undated" where it gives none.</summary>
        public string AsOf => _fact.AsOf;

        /// <summary>The figure, in the unit; null where the fact is no single number.</summary>
        public double? Value => _fact.Value;

        /// <summary>What stands in the figure's place, such as the number of a decision; null otherwise.</summary>
        public string? Text => _fact.Text;

        /// <summary>Web pages that say so; never empty.</summary>
        public IReadOnlyList<string> Sources => _fact.Sources;

        /// <summary>Parts of the figure in the source's order; empty where it names none. They need not add up to it.</summary>
        public IReadOnlyList<FactPartGraph> Breakdown { get; }

        /// <summary>What is counted, in the reader's language; null where the fact is no number.</summary>
        public string? Unit(Ask ask) => _fact.Unit?.In(ask.Language);

        /// <summary>The fact as a sentence in the reader's language.</summary>
        public string Statement(Ask ask) => _fact.Statement.In(ask.Language);
    }

    /// <summary>A part of a figure.</summary>
    [Name("FactPart")]
    public sealed class FactPartGraph
    {
        internal FactPartGraph(string code, double value) => (Code, Value) = (code, value);

        /// <summary>Stable code: "3" (stars), "households", "new2024.entities" …</summary>
        public string Code { get; }

        /// <summary>How many.</summary>
        public double Value { get; }

        /// <summary>What is counted, in the reader's language.</summary>
        public string Label(Ask ask) => (FactParts.NameOf(Code) ?? new LocalizedText(Code)).In(ask.Language);
    }
}
