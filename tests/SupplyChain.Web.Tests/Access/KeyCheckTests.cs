using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupplyChain.Access;

/// <summary>What a node takes to tell who makes a request, once the cluster has said so.</summary>
public sealed class KeyCheckTests(ITestOutputHelper output)
{
    private const int Rounds = 200;
    private const int RequestsOfARound = 1_000;
    private const double MostMicroseconds = 10;

    [Fact(Explicit = true)]
    public async Task A_key_is_checked_in_few_microseconds()
    {
        var key = $"sc_{new string('a', 55)}";
        var actors = new ScriptedActors();
        actors.On<IAccessGrain, SignedIn?>(nameof(IAccessGrain.SignIn), (_, _) => Task.FromResult<SignedIn?>(
            new("demo", "aaaaaaaaaaaa", "erp", Role.Integrator, "token", TimeSpan.FromMinutes(2), null)));
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(actors.Factory);
        builder.Services.AddSupplyChainNodeClient(_ => { });
        builder.Services.AddSingleton(new WebAccess(IsOpen: false));
        builder.Services.AddSupplyChainWeb();
        await using var app = builder.Build();
        var (without, with) = (new List<double>(), new List<double>());

        for (var round = 0; round < Rounds; round++)
        {
            without.Add(await MicrosecondsAsync(app.Services, null));
            with.Add(await MicrosecondsAsync(app.Services, key));
        }

        var (none, shown) = (Undisturbed(without), Undisturbed(with));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"authentication without a key {none:0.0} µs, with one {shown:0.0} µs: the key {shown - none:0.0} µs"));
        (shown - none).Should().BeLessThan(MostMicroseconds);
    }

    private static async Task<double> MicrosecondsAsync(IServiceProvider services, string? key)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var made = 0; made < RequestsOfARound; made++)
        {
            await using var scope = services.CreateAsyncScope();
            var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            if (key is not null)
                http.Request.Headers.Authorization = $"Bearer {key}";
            var said = await http.AuthenticateAsync(KeyAuthentication.SchemeName);
            if (said.Succeeded == key is null)
                throw new InvalidOperationException($"It was answered {said.Failure?.Message ?? "nothing"}.");
        }
        return Stopwatch.GetElapsedTime(begun).TotalMicroseconds / RequestsOfARound;
    }

    /// <summary>A tenth of the rounds are faster: those that other programs disturbed the least.</summary>
    private static double Undisturbed(List<double> values) => values.Order().ElementAt(values.Count / 10);
}
