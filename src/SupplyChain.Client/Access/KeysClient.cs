namespace SupplyChain.Access;

/// <summary>The keys of the tenant; they need the role <see cref="Role.Admin"/>.</summary>
/// <remarks>
/// Each call throws <see cref="UnavailableException"/> when no node answered within the deadline (whether a command was
/// carried out is unknown; repeat it under the same id), <see cref="BusyException"/> when too much is waiting (nothing
/// was done), and <see cref="AccessDeniedException"/> when the key is not accepted or its role may not do that. A
/// malformed id is a fault in the reply to a command, and an <see cref="ArgumentException"/> of a question.
/// </remarks>
public sealed class KeysClient
{
    private readonly Calls _calls;

    internal KeysClient(Calls calls) => _calls = calls;

    /// <summary>
    /// Creates a key. Its text is in this answer and nowhere else; when the answer is lost, revoke the key and create
    /// another.
    /// </summary>
    public Task<CreatedKeyReply> CreateAsync(CreateKey command, CancellationToken cancellationToken = default)
    {
        var faults = command.Validate();
        return faults.Count > 0
            ? Task.FromResult(new CreatedKeyReply { Status = ReplyStatus.Invalid, Faults = faults })
            : _calls.Call("keys.create", null, () => Ring.Create(command), _calls.Options.Deadline, cancellationToken);
    }

    /// <summary>Revokes a key: five seconds later no node accepts it. Safe to repeat.</summary>
    public Task<KeyReply> RevokeAsync(KeyId id, CancellationToken cancellationToken = default) =>
        _calls.Send<KeyReply, KeyDetails>(
            "keys.revoke", id.Value, [], () => Ring.Revoke(new(id)), cancellationToken);

    /// <summary>All of them, the newest first; revoked and expired ones included.</summary>
    public Task<Items<KeyDetails>> ListAsync(CancellationToken cancellationToken = default) =>
        _calls.Ask("keys", () => Ring.List(), cancellationToken);

    private IKeyRingGrain Ring => _calls.Actor<IKeyRingGrain>(IKeyRingGrain.Id);
}
