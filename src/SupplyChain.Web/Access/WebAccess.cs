namespace SupplyChain.Access;

/// <summary>Whether callers of REST and pages have to show a key.</summary>
/// <param name="IsOpen">Whether everybody is let in: in Development, on loopback alone.</param>
public sealed record WebAccess(bool IsOpen)
{
    /// <summary>Who everybody is where nobody has to show a key.</summary>
    internal const Role RoleOfAll = Role.Admin;
}
