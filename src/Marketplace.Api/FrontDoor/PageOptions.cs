using System.ComponentModel.DataAnnotations;

namespace Marketplace.Api.FrontDoor;

/// <summary>The settings under <c>Pages</c>: pages of the storefront that the door keeps ready.</summary>
internal sealed record PageOptions
{
    public const string Section = "Pages";

    /// <summary>Memory for them, in bytes; 0 keeps none.</summary>
    [Range(0L, 1L << 40)]
    public long CacheBytes { get; init; } = 64 * 1024 * 1024;
}
