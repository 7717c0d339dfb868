using SupplyChain.Access;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// A node shares the cluster's secret, whether actors live in it or not, and so may say who signed in.
/// </summary>
internal sealed class PersonSessions(AccessTokens tokens) : IPersonSessions
{
    /// <inheritdoc/>
    public ValueTask<string?> BeginAsync(Person person, TimeSpan age) =>
        tokens.BeginSessionAsync(person.Subject, person.Name, person.Role, age, person.Tenant);
}
