namespace Marketplace.Payments.Sandbox;

/// <summary>The settings under <c>Sandbox</c>: a provider that moves no money, for trying the shop out.</summary>
public sealed record SandboxOptions
{
    public const string Section = "Sandbox";

    /// <summary>Whether buyers may "pay" there; unset: only while neither Stripe nor a bank account is set.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Signs its pages and events; a new one at every start unless told. Several nodes need the same.</summary>
    public string? Secret { get; init; }
}
