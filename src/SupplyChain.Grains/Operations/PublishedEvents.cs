using SupplyChain.Events;
using SupplyChain.Journal;

namespace SupplyChain.Operations;

/// <summary>The journal's events as others may see them: what the published record of their type names.</summary>
internal static class PublishedEvents
{
    /// <summary>An event of the feed.</summary>
    /// <exception cref="UnavailableException">A newer node wrote it.</exception>
    public static PublishedEvent Of(JournaledEvent row)
    {
        var (type, schema, data) = EventCodec.Published(row.Type, row.Schema, row.Data);
        var name = PublishedTypes.Name(type, schema);
        return new(
            $"{row.Stream.Kind}/{row.Stream.Id}/{row.Version}",
            $"/{row.Stream.Tenant}",
            name,
            $"{row.Stream.Kind}/{row.Stream.Id}",
            row.OccurredAt ?? row.RecordedAt,
            row.Version,
            Data(name, data),
            row.Position.ToString());
    }

    /// <summary>The event's type and its members as JSON, for a history.</summary>
    /// <exception cref="UnavailableException">A newer node wrote it.</exception>
    public static (string Type, string Data) Entry(JournaledEvent row)
    {
        var (type, schema, data) = EventCodec.Published(row.Type, row.Schema, row.Data);
        return (type, Data(PublishedTypes.Name(type, schema), data));
    }

    /// <summary>
    /// What an older node cannot read it does not guess at: the reader asks again, and a newer node answers.
    /// </summary>
    private static string Data(string name, byte[] data) => EventData.Publish(name, data)
        ?? throw new UnavailableException($"An event of the type '{name}' is from a newer node; this one waits.");
}
