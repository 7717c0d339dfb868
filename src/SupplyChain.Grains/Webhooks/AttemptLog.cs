namespace SupplyChain.Webhooks;

/// <summary>The newest attempts of a webhook, and, however many succeed, the newest that failed.</summary>
internal sealed class AttemptLog
{
    /// <summary>How many of either kind are kept.</summary>
    public const int MaxKept = 250;

    private readonly Queue<DeliveryAttempt> _delivered = new();
    private readonly Queue<DeliveryAttempt> _failed = new();

    /// <summary>Whether there are attempts that were not stored.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Begins with what was stored.</summary>
    public void Begin(WebhookAttempts stored)
    {
        _delivered.Clear();
        _failed.Clear();
        foreach (var attempt in stored.All)
            Add(attempt);
        IsChanged = false;
    }

    /// <summary>Notes an attempt.</summary>
    public void Add(DeliveryAttempt attempt)
    {
        var queue = attempt.Status == DeliveryStatus.Delivered ? _delivered : _failed;
        if (queue.Count == MaxKept)
            queue.Dequeue();
        queue.Enqueue(attempt);
        IsChanged = true;
    }

    /// <summary>What is to be stored.</summary>
    public WebhookAttempts ToStore()
    {
        IsChanged = false;
        return new() { All = Kept(failures: false).OrderBy(attempt => attempt.At).ToItems() };
    }

    /// <summary>The newest, the newest first.</summary>
    public Items<DeliveryAttempt> List(ListDeliveries query) => Kept(query.Failures)
        .OrderByDescending(attempt => attempt.At).Take(query.Limit).ToItems();

    /// <summary>The event of a delivery; null when the delivery is not among the newest.</summary>
    public string? EventOf(string delivery) =>
        Kept(failures: false).FirstOrDefault(attempt => attempt.Id == delivery)?.Event;

    private IEnumerable<DeliveryAttempt> Kept(bool failures) => failures ? _failed : _failed.Concat(_delivered);
}
