namespace SupplyChain.Access;

/// <summary>A person whom an identity provider knows.</summary>
/// <param name="Subject">What the provider calls the person for ever: 1 to 255 characters.</param>
/// <param name="Name">The name that pages show, and histories as the caller: 1 to 200 characters.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Tenant">Whose entities the person works on; null: those of the home tenant.</param>
public sealed record Person(string Subject, string Name, Role Role, TenantId? Tenant = null);

/// <summary>Begins the sessions of people; where they are begun is where the cluster's secret is.</summary>
public interface IPersonSessions
{
    /// <summary>Begins a session, which every node accepts until it is over.</summary>
    /// <param name="person">Whose it is.</param>
    /// <param name="age">For how long, at most 12 hours.</param>
    /// <returns>The session; null when there is no such tenant.</returns>
    ValueTask<string?> BeginAsync(Person person, TimeSpan age);
}
