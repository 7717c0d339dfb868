using System.Collections.Concurrent;

namespace SupplyChain;

/// <summary>
/// What the outside world knows: everything that was acknowledged, and everything that was sent and had no answer.
/// </summary>
public sealed class Notebook
{
    /// <summary>Acknowledged orders by number.</summary>
    public ConcurrentDictionary<string, Operation> Orders { get; } = [];

    /// <summary>Acknowledged receipts and adjustments by id.</summary>
    public ConcurrentDictionary<string, Operation> Documents { get; } = [];

    /// <summary>Orders whose cancelling was acknowledged.</summary>
    public ConcurrentDictionary<string, bool> Cancelled { get; } = [];

    /// <summary>Acknowledged milestones by id.</summary>
    public ConcurrentDictionary<string, Operation> Milestones { get; } = [];

    /// <summary>Whether a warehouse is open; absent while a request about it has no answer.</summary>
    public ConcurrentDictionary<string, bool> Warehouses { get; } = [];

    /// <summary>Requests without an answer.</summary>
    public ConcurrentBag<Operation> Unanswered { get; } = [];

    /// <summary>Answers nobody should get.</summary>
    public ConcurrentBag<string> Faults { get; } = [];

    /// <summary>How many requests were answered.</summary>
    public int Answered => _answered;

    private readonly Lock _turn = new();
    private readonly List<string> _orders = [];
    private readonly List<string> _shipments = [];
    private readonly HashSet<string> _known = [];
    private int _answered;

    /// <summary>An acknowledged order; null while there is none.</summary>
    public string? AnyOrder(Random random) => Any(_orders, random);

    /// <summary>A shipment that an answer named; null while there is none.</summary>
    public string? AnyShipment(Random random) => Any(_shipments, random);

    /// <summary>Writes down what became of a request.</summary>
    public void Note(Operation operation, NodeAnswer? answer)
    {
        if (answer is null or { Retryable: true })
        {
            Unanswered.Add(operation);
            return;
        }
        Interlocked.Increment(ref _answered);
        if (answer.Acknowledged)
        {
            Remember(operation, answer);
        }
        else if (answer.Status != 409 || !operation.MayBeRefused(answer.Member("code")))
        {
            Faults.Add($"{operation} was answered {answer.Status} {answer.Text}");
        }
    }

    private void Remember(Operation operation, NodeAnswer answer)
    {
        var subject = operation.Subject;
        switch (operation.Deed)
        {
            case Deed.Place:
                Orders[subject] = operation;
                Learn(subject, _orders);
                break;
            case Deed.Receive or Deed.Adjust:
                Documents[subject] = operation;
                break;
            case Deed.Cancel:
                Cancelled[subject] = true;
                break;
            case Deed.Release:
                answer.Read<SeenOrder>().Shipments.ForEach(shipment => Learn(shipment, _shipments));
                break;
            case Deed.Report:
                Milestones[operation.Milestone] = operation;
                break;
            default:
                Warehouses[subject] = operation.Deed == Deed.Open;
                break;
        }
    }

    private string? Any(List<string> numbers, Random random)
    {
        lock (_turn)
        {
            return numbers.Count == 0 ? null : numbers[random.Next(numbers.Count)];
        }
    }

    private void Learn(string number, List<string> numbers)
    {
        lock (_turn)
        {
            if (_known.Add(number))
                numbers.Add(number);
        }
    }
}
