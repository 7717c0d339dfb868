using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SupplyChain;

/// <summary>What an orchestrator asks: has it started, does it live, can it work?</summary>
internal static class HealthEndpoints
{
    public const string Startup = "startup";
    public const string Ready = "ready";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealth("/health/startup", check => check.Tags.Contains(Startup));
        routes.MapHealth("/health/live", _ => false);
        routes.MapHealth("/health/ready", check => check.Tags.Contains(Ready));
    }

    private static void MapHealth(
        this IEndpointRouteBuilder routes, string path, Func<HealthCheckRegistration, bool> checks) =>
        routes.MapHealthChecks(path, Only(checks)).AllowAnonymous()
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get]));

    private static HealthCheckOptions Only(Func<HealthCheckRegistration, bool> predicate) => new()
    {
        Predicate = predicate,
        ResponseWriter = (http, report) => report.Status == HealthStatus.Healthy
            ? Answers.Plain(new Health("healthy")).ExecuteAsync(http)
            : Problems.Of(503, detail: Why(report)).ExecuteAsync(http),
    };

    private static string Why(HealthReport report) => string.Join(' ', report.Entries.Values
        .Where(entry => entry.Status != HealthStatus.Healthy && entry.Description is not null)
        .Select(entry => entry.Description));

    private sealed record Health(string Status);
}
