namespace Marketplace.Api;

/// <summary>Everything that can be read. Each feature adds its fields in its own folder.</summary>
public sealed partial class Query;

/// <summary>Everything that can be changed. Each feature adds its fields in its own folder; while it has none, the schema has no mutations.</summary>
public sealed partial class Mutation;

/// <summary>Everything that is told as it happens, as text/event-stream. The first event says how things stand. Each feature adds its fields in its own folder.</summary>
public sealed partial class Subscription;
