using Microsoft.AspNetCore.Components.Authorization;
using SupplyChain.Access;

namespace SupplyChain.Planner;

/// <summary>
/// What pages read is read once for all viewers of this process, with its own client. A viewer who is limited to
/// warehouses has readings of one's own instead, with a client that shows who that is: nothing is shared with others.
/// </summary>
internal static class VisitorReadings
{
    /// <summary>Adds readings, those that others are made of included.</summary>
    public static void AddReadings(this IServiceCollection services, params Type[] readings)
    {
        foreach (var reading in readings)
        {
            services.AddKeyedSingleton(
                reading, NodeClient.Name, (provider, _) => Make(provider, reading, readings, NodeClient.Name));
            services.AddScoped(reading, provider => IsLimited(provider)
                ? Make(provider, reading, readings, key: null)
                : provider.GetRequiredKeyedService(reading, NodeClient.Name));
        }
    }

    /// <summary>
    /// Whether the visitor is limited, or not known yet: readings that are not shared are right for all.
    /// </summary>
    private static bool IsLimited(IServiceProvider provider)
    {
        var asked = provider.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync();
        return !asked.IsCompletedSuccessfully || asked.Result.User.Scope().IsLimited;
    }

    private static object Make(IServiceProvider provider, Type reading, Type[] readings, string? key)
    {
        var own = reading.GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType)
            .Where(type => type == typeof(SupplyChainClient) || readings.Contains(type))
            .Select(type => key is null
                ? provider.GetRequiredService(type)
                : provider.GetRequiredKeyedService(type, key));
        return ActivatorUtilities.CreateInstance(provider, reading, [.. own]);
    }
}
