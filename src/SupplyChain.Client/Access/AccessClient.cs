namespace SupplyChain.Access;

/// <summary>Signs in on behalf of others, as a website does for its visitors.</summary>
/// <remarks>
/// Each call throws <see cref="UnavailableException"/> when no node answered within the deadline (whether a command was
/// carried out is unknown; repeat it under the same id), <see cref="BusyException"/> when too much is waiting (nothing
/// was done), and <see cref="AccessDeniedException"/> when the key is not accepted or its role may not do that. A
/// malformed id is a fault in the reply to a command, and an <see cref="ArgumentException"/> of a question.
/// </remarks>
public sealed class AccessClient
{
    private readonly Calls _calls;

    internal AccessClient(Calls calls) => _calls = calls;

    /// <summary>
    /// Who shows a key, or a session that a key began; null when it is not accepted. The token it answers with goes
    /// into <see cref="CallOptions.Token"/> of the calls that are made for that caller.
    /// </summary>
    public Task<SignedIn?> SignInAsync(SignIn command, CancellationToken cancellationToken = default) =>
        _calls.Ask("access.sign-in", () => _calls.Access.SignIn(command), cancellationToken);
}
