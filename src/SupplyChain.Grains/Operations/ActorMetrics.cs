using System.Diagnostics.Metrics;

namespace SupplyChain.Operations;

/// <summary>What the actors of this silo tell a monitoring system, under the meter <c>SupplyChain.Actors</c>.</summary>
public sealed class ActorMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SupplyChain.Actors";

    private readonly Counter<long> _migrations;
    private readonly Counter<long> _busy;

    /// <summary>Makes the instruments.</summary>
    public ActorMetrics(IMeterFactory meters, ActorRegistry actors)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "supplychain.actors", () => actors.Kinds.Select(kind => new Measurement<int>(kind.Value, Kind(kind.Key))),
            "{actor}", "Actors that live in this silo.");
        _migrations = meter.CreateCounter<long>(
            "supplychain.actor.migrations", "{actor}", "Actors given to another silo, with their state.");
        _busy = meter.CreateCounter<long>(
            "supplychain.actor.busy", "{request}",
            "Requests refused because an actor or the journal had too much waiting.");
    }

    /// <summary>An actor was given to another silo.</summary>
    public void Migrated(string kind) => _migrations.Add(1, Kind(kind));

    /// <summary>A request was refused as busy.</summary>
    public void Refused(string kind) => _busy.Add(1, Kind(kind));

    private static KeyValuePair<string, object?> Kind(string kind) => new("kind", kind);
}
