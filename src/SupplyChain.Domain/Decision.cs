using System.Collections;
using System.Runtime.CompilerServices;

namespace SupplyChain;

/// <summary>What came of a command: facts to record (none when nothing has to change), a refusal, or its
/// faults.</summary>
[CollectionBuilder(typeof(Decision), nameof(Decision.Record))]
public readonly struct Decision<TEvent> : IReadOnlyList<TEvent> where TEvent : class
{
    private readonly TEvent[]? _events;

    internal Decision(TEvent[] events) => _events = events;

    internal Decision(Refusal refusal, string message) => (Refusal, Message) = (refusal, message);

    internal Decision(Items<Fault> faults) => Faults = faults;

    /// <summary>Why not, when refused.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The same for people.</summary>
    public string? Message { get; }

    /// <summary>What is wrong with the command, when it does not fit the state.</summary>
    public Items<Fault> Faults { get; }

    /// <summary>Whether the command was carried out.</summary>
    public bool Accepted => Refusal is null && Faults.Count == 0;

    /// <inheritdoc/>
    public int Count => _events?.Length ?? 0;

    /// <inheritdoc/>
    public TEvent this[int index] => (_events ?? [])[index];

    /// <inheritdoc/>
    public IEnumerator<TEvent> GetEnumerator() => ((IEnumerable<TEvent>)(_events ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Says no.</summary>
    public static implicit operator Decision<TEvent>(Refused refused) => new(refused.Reason, refused.Message);

    /// <summary>Says that the command does not fit the state.</summary>
    public static implicit operator Decision<TEvent>(Fault fault) => new([fault]);
}
