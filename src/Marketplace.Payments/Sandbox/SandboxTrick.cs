using Marketplace.Core.Payments;

namespace Marketplace.Payments.Sandbox;

/// <summary>How the sandbox behaves for one payment. Chosen by name on its page, never by time or chance.</summary>
public enum SandboxTrick
{
    /// <summary>Reports the money once, at once.</summary>
    Pay,

    /// <summary>Reports that it came to nothing.</summary>
    Decline,

    /// <summary>Reports the money half a minute later.</summary>
    Delay,

    /// <summary>Reports that the time is over, and then the money.</summary>
    Late,

    /// <summary>Reports the money three times.</summary>
    Duplicate,

    /// <summary>Reports the money, and after it the declined try that came before.</summary>
    Reorder,

    /// <summary>Reports nothing.</summary>
    Drop,
}

/// <summary>What the sandbox reports for a trick, step by step.</summary>
internal static class SandboxScript
{
    internal static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<(TimeSpan Wait, PaymentEventKind Kind)> Of(SandboxTrick trick) => trick switch
    {
        SandboxTrick.Pay => [(default, PaymentEventKind.Succeeded)],
        SandboxTrick.Decline => [(default, PaymentEventKind.Failed)],
        SandboxTrick.Delay => [(Delay, PaymentEventKind.Succeeded)],
        SandboxTrick.Late => [(default, PaymentEventKind.Expired), (default, PaymentEventKind.Succeeded)],
        SandboxTrick.Duplicate => [(default, PaymentEventKind.Succeeded), (default, PaymentEventKind.Succeeded), (default, PaymentEventKind.Succeeded)],
        SandboxTrick.Reorder => [(default, PaymentEventKind.Succeeded), (default, PaymentEventKind.Failed)],
        SandboxTrick.Drop => [],
        _ => throw new ArgumentOutOfRangeException(nameof(trick), trick, "No such trick."),
    };
}
