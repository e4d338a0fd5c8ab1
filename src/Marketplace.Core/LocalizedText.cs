namespace Marketplace.Core;

/// <summary>Languages that the marketplace speaks. Vietnamese is the original; English is a translation and may be missing.</summary>
public enum Language
{
    /// <summary>Vietnamese.</summary>
    Vi,

    /// <summary>English.</summary>
    En,
}

/// <summary>A text in Vietnamese, and in English where somebody has translated it.</summary>
/// <param name="Vi">Vietnamese, the original.</param>
/// <param name="En">English; null where there is no translation.</param>
public sealed record LocalizedText(string Vi, string? En = null)
{
    /// <summary>The text in the reader's language; the Vietnamese original where there is no translation.</summary>
    public string In(Language language) => language == Language.En && !string.IsNullOrEmpty(En) ? En : Vi;
}
