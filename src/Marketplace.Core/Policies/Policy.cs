namespace Marketplace.Core.Policies;

/// <summary>The marketplace's own rules for those who use it.</summary>
public enum PolicyCode
{
    /// <summary>Terms of use and operating rules.</summary>
    Terms,

    /// <summary>What is done with personal data.</summary>
    Privacy,

    /// <summary>How to complain, and what happens then.</summary>
    Complaints,
}

/// <summary>One version of a policy, unchanged since its first day.</summary>
public sealed record PolicyVersion(PolicyCode Code, int Version, DateOnly ValidFrom, LocalizedText Title, IReadOnlyList<PolicySection> Sections);

/// <summary>A part of a policy: paragraphs, then a list.</summary>
public sealed record PolicySection(LocalizedText Heading, IReadOnlyList<LocalizedText> Paragraphs, IReadOnlyList<LocalizedText> Items);

/// <summary>A policy through time. A version ends the day before the next one begins.</summary>
public sealed class Policy
{
    public Policy(IEnumerable<PolicyVersion> versions)
    {
        Versions = [.. versions.OrderBy(version => version.Version)];
        var sound = Versions.Index().All(at => at.Item.Version == at.Index + 1)
            && Versions.Zip(Versions.Skip(1)).All(pair => pair.First.ValidFrom < pair.Second.ValidFrom && pair.First.Code == pair.Second.Code);
        if (!sound)
        {
            throw new ArgumentException("Versions of a policy count from 1 without a gap, and each begins after the one before.", nameof(versions));
        }
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PolicyVersion> Versions { get; }

    /// <summary>The version in force on that day; null before the first.</summary>
    public PolicyVersion? On(DateOnly day) => Versions.LastOrDefault(version => version.ValidFrom <= day);

    public PolicyVersion? OfVersion(int number) => Versions.FirstOrDefault(version => version.Version == number);

    /// <summary>Last day in force; null for the newest version.</summary>
    public DateOnly? ValidTo(PolicyVersion version) => OfVersion(version.Version + 1)?.ValidFrom.AddDays(-1);
}
