using SupplyChain.Events;

namespace SupplyChain.Operations;

/// <summary>An event of the feed (CloudEvents 1.0).</summary>
/// <param name="Id">Stream and version, for example <c>order/ERP-4711/3</c>.</param>
/// <param name="Source">The tenant, for example <c>/demo</c>.</param>
/// <param name="Type">For example <c>supplychain.order.allocated.v1</c>.</param>
/// <param name="Subject">The stream, for example <c>order/ERP-4711</c>.</param>
/// <param name="Time">When it happened, else when it was recorded.</param>
/// <param name="Sequence">The version within the stream.</param>
/// <param name="Data">The event as JSON, without personal fields; <see cref="Body"/> reads it.</param>
/// <param name="Position">
/// The place in the feed behind this event: who has dealt with it reads on there. Null from silos of release 0.1.
/// </param>
[GenerateSerializer, Immutable, Alias("published-event")]
public sealed record PublishedEvent(
    [property: Id(0)] string Id,
    [property: Id(1)] string Source,
    [property: Id(2)] string Type,
    [property: Id(3)] string Subject,
    [property: Id(4)] DateTimeOffset Time,
    [property: Id(5)] long Sequence,
    [property: Id(6)] string Data,
    [property: Id(7)] string? Position = null)
{
    /// <summary>
    /// What happened, as one of the records of <c>SupplyChain.Events</c>; null when this version of the SDK does not
    /// know the type. Members and types that a later version knows are passed by; a value of an enum that only a later
    /// version knows reads as 0, which is none of its members.
    /// </summary>
    /// <example><code>
    /// await foreach (var happened in chain.Events.ReadAsync(after: position))
    /// {
    ///     switch (happened.Body())
    ///     {
    ///         case OrderShipped shipped:
    ///             Console.WriteLine($"{happened.Subject} left with {shipped.Shipment}");
    ///             break;
    ///         case OrderDelivered delivered:
    ///             Console.WriteLine($"{happened.Subject}: {delivered.Lines.Sum(line =&gt; line.Delivered)} units");
    ///             break;
    ///     }
    /// }
    /// </code></example>
    /// <exception cref="System.Text.Json.JsonException"><see cref="Data"/> is not what the type says.</exception>
    public object? Body() => EventData.Read(Type, Data);

    /// <summary>What happened, as a record of <c>SupplyChain.Events</c>; null when it is of another type.</summary>
    /// <typeparam name="T">The record, for example <c>OrderAllocated</c>.</typeparam>
    /// <example><code>
    /// if (happened.As&lt;OrderAllocated&gt;() is { } allocated)
    ///     Console.WriteLine($"{allocated.Units.Sum(unit =&gt; unit.Quantity)} units are reserved");
    /// </code></example>
    /// <exception cref="System.Text.Json.JsonException"><see cref="Data"/> is not what the type says.</exception>
    public T? As<T>() where T : class => EventData.Types.GetValueOrDefault(Type) == typeof(T) ? (T?)Body() : null;
}
