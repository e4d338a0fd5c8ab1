using GraphQL;
using Marketplace.Api.Content;
using Marketplace.Core.Policies;
using Marketplace.Data;

namespace Marketplace.Api
{
    public sealed partial class Query
    {
        /// <summary>
        /// One of the marketplace's own policies: the version asked for, or the one in force today. Null for a version that there is not, and before
        /// the first day of the first.
        /// </summary>
        [Cost(5)]
        public static PolicyGraph? Policy(Ask ask, PolicyCode code, int? version = null)
        {
            if (!ShippedTexts.Policies.TryGetValue(code, out var policy))
            {
                return null;
            }

            var found = version is null ? policy.On(ask.Today) : policy.OfVersion(version.Value);
            return found is null ? null : new PolicyGraph(policy, found);
        }
    }
}

namespace Marketplace.Api.Content
{
    /// <summary>One version of a policy of the marketplace. Versions never change; a new text is a new version.</summary>
    [Name("Policy")]
    public sealed class PolicyGraph
    {
        private readonly Policy _policy;
        private readonly PolicyVersion _version;

        internal PolicyGraph(Policy policy, PolicyVersion version)
        {
            (_policy, _version) = (policy, version);
            Sections = [.. version.Sections.Select(section => new PolicySectionGraph(section))];
            Versions = [.. policy.Versions.Select(one => new PolicyVersionGraph(policy, one))];
        }

        /// <summary>Which policy it is.</summary>
        public PolicyCode Code => _version.Code;

        /// <summary>Its number, from 1.</summary>
        public int Version => _version.Version;

        /// <summary>First day in force.</summary>
        public DateOnly ValidFrom => _version.ValidFrom;

        /// <summary>Last day in force; null while no newer version is announced.</summary>
        public DateOnly? ValidTo => _policy.ValidTo(_version);

        /// <summary>The text, part by part.</summary>
        public IReadOnlyList<PolicySectionGraph> Sections { get; }

        /// <summary>All versions, announced ones too, oldest first.</summary>
        public IReadOnlyList<PolicyVersionGraph> Versions { get; }

        /// <summary>In the reader's language.</summary>
        public string Title(Ask ask) => _version.Title.In(ask.Language);

        /// <summary>Whether this is the version in force today.</summary>
        public bool Current(Ask ask) => _policy.On(ask.Today) == _version;
    }

    /// <summary>A part of a policy.</summary>
    [Name("PolicySection")]
    public sealed class PolicySectionGraph
    {
        private readonly PolicySection _section;

        internal PolicySectionGraph(PolicySection section) => _section = section;

        /// <summary>In the reader's language.</summary>
        public string Heading(Ask ask) => _section.Heading.In(ask.Language);

        /// <summary>Running text in the reader's language, plain.</summary>
        public IReadOnlyList<string> Paragraphs(Ask ask) => [.. _section.Paragraphs.Select(text => text.In(ask.Language))];

        /// <summary>A list after the paragraphs, in the reader's language, plain; may be empty.</summary>
        public IReadOnlyList<string> Items(Ask ask) => [.. _section.Items.Select(text => text.In(ask.Language))];
    }

    /// <summary>When a version of a policy is in force.</summary>
    [Name("PolicyVersion")]
    public sealed class PolicyVersionGraph
    {
        internal PolicyVersionGraph(Policy policy, PolicyVersion version) =>
            (Version, ValidFrom, ValidTo) = (version.Version, version.ValidFrom, policy.ValidTo(version));

        /// <summary>Its number, from 1.</summary>
        public int Version { get; }

        /// <summary>First day in force.</summary>
        public DateOnly ValidFrom { get; }

        /// <summary>Last day in force; null while no newer version is announced.</summary>
        public DateOnly? ValidTo { get; }
    }
}
