namespace Marketplace.Core.Complaints;

/// <summary>Why the office takes a product out of sight.</summary>
public enum TakedownGround
{
    /// <summary>An authority has asked for it.</summary>
    Authority,

    /// <summary>Somebody whose right it hurts has asked for it.</summary>
    Rights,

    /// <summary>It is forbidden or dangerous.</summary>
    Danger,

    /// <summary>It claims what is not so.</summary>
    Misleading,
}

/// <summary>A product was taken out of sight, and perhaps put back.</summary>
public sealed class Takedown
{
    public required Guid Id { get; init; }

    public required Guid ProductId { get; init; }

    public required TakedownGround Ground { get; init; }

    /// <summary>In the office's words; its producer reads them.</summary>
    public required string Reason { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>In UTC; null while it holds.</summary>
    public DateTime? PutBackAt { get; private set; }

    /// <summary>Why it was put back.</summary>
    public string? PutBackReason { get; private set; }

    public void PutBack(string reason, DateTime now) => (PutBackReason, PutBackAt) = (reason, now);
}

/// <summary>It is out of sight already.</summary>
public sealed record TakenDownAlready : IProblem
{
    public LocalizedText Message => new("Sản phẩm này đã được gỡ rồi.", "This product has been taken down already.");
}

/// <summary>There is nothing to put back.</summary>
public sealed record NotTakenDown : IProblem
{
    public LocalizedText Message => new("Văn phòng không gỡ sản phẩm này.", "The office has not taken this product down.");
}
