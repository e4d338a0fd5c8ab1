using System.Diagnostics.Metrics;

namespace Marketplace.Tests.Infra;

/// <summary>The names under which Prometheus knows what .NET measures: dots become underscores, units and kinds become endings.</summary>
internal static class PrometheusNames
{
    /// <summary>Everything that any part of this process measures, ours and the framework's.</summary>
    public static HashSet<string> OfThisProcess()
    {
        var names = new HashSet<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => names.UnionWith(Of(instrument)) };
        listener.Start();
        return names;
    }

    private static IEnumerable<string> Of(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            // A unit in braces is a remark.
            null or "" or "1" or ['{', ..] => "",
            var other => "_" + other,
        };
        var name = instrument.Name.Replace('.', '_') + unit;
        var kind = instrument.GetType().Name.Split('`')[0];

        return kind switch
        {
            "Counter" or "ObservableCounter" => [name + "_total"],
            "Histogram" => [name + "_bucket", name + "_sum", name + "_count"],
            _ => [name],
        };
    }
}
