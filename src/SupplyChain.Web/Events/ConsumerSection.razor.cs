using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;
using SupplyChain.Planner.Integrations;

namespace SupplyChain.Events;

/// <summary>The readers of events whose positions the cluster keeps.</summary>
public partial class ConsumerSection : PolledSection
{
    private const long MaxCounted = 10_000;

    /// <summary>All of them, by name; null when they could not be read yet.</summary>
    [PersistentState]
    public Consumer[]? Consumers { get; set; }

    /// <summary>With which of them something is done.</summary>
    [SupplyParameterFromQuery(Name = "consumer")] private string? Name { get; set; }

    /// <inheritdoc/>
    protected override bool IsRead => Consumers is not null;

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        Consumers = [.. await Chain.Events.Consumers.ListAsync(cancellationToken)];

    private static Look LookOf(Consumer consumer) => consumer.LagEvents switch
    {
        0 => new("Up to date", "st-delivered", "good"),
        null => new("Not counted", "pr-noeta", "idle"),
        MaxCounted => new($"{Words.Number(MaxCounted)} events or more", "pr-atrisk", "warn"),
        { } behind => new($"{Words.Count(behind, "event")} behind", "st-shipped", "info"),
    };

    private static string Oldest(Consumer consumer) => consumer.LagMs switch
    {
        null => "unknown",
        0 => Words.None,
        { } lag => Words.Age(TimeSpan.FromMilliseconds(lag)),
    };
}
