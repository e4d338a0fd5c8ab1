using Marketplace.Api.Background;

namespace Marketplace.Api;

/// <summary>Wakes whoever watches what becomes of listings.</summary>
public sealed class ListingSignal : ChangeSignal;
