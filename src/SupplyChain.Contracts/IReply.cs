namespace SupplyChain;

/// <summary>What every reply says, whatever it answers with.</summary>
internal interface IReply
{
    /// <summary>What became of the command.</summary>
    ReplyStatus Status { get; }

    /// <summary>Why not, when refused.</summary>
    Refusal? Refusal { get; }

    /// <summary>The same for people.</summary>
    string? Message { get; }

    /// <summary>The faulty fields, when invalid.</summary>
    Items<Fault> Faults { get; }
}
