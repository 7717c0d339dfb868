namespace SupplyChain;

/// <summary>What became of a command.</summary>
[GenerateSerializer, Alias("reply-status")]
public enum ReplyStatus
{
    /// <summary>Done; something changed (or nothing had to).</summary>
    Done = 0,

    /// <summary>Done; the entity is new.</summary>
    Created = 1,

    /// <summary>The same was asked before; nothing was done again.</summary>
    Replayed = 2,

    /// <summary>Stored, but not decided before the deadline; it goes on by itself.</summary>
    Pending = 3,

    /// <summary>No, for a reason of the business; nothing changed.</summary>
    Refused = 4,

    /// <summary>The command is faulty; nothing changed.</summary>
    Invalid = 5,

    /// <summary>There is no such entity.</summary>
    NotFound = 6,
}
