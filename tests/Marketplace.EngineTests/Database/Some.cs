using Marketplace.Core;
using Marketplace.Core.Catalogue;

namespace Marketplace.EngineTests.Database;

/// <summary>Rows for tests that need few.</summary>
internal static class Some
{
    public static Producer Producer(string slug, string name = "Cơ sở")
    {
        var producer = new Producer { Id = Id(), Slug = slug, Name = new LocalizedText(name), Kind = ProducerKind.Household };
        producer.Rename(new LocalizedText(name));
        return producer;
    }

    public static Guid Id() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
