using Marketplace.Api.Background;

namespace Marketplace.Api.Imports;

/// <summary>Wakes whoever works on imports, or watches one.</summary>
public sealed class ImportSignal : ChangeSignal;
