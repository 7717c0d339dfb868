using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SupplyChain;

/// <summary>The client in the container of a program outside.</summary>
public sealed class RegisteringTests
{
    [Fact]
    public async Task A_host_does_not_start_with_options_that_make_no_sense_and_names_each_of_them()
    {
        using var host = Host(services => services.AddSupplyChainClient(options =>
        {
            options.Tenant = "not a tenant";
            options.Gateways = ["127.0.0.1"];
            options.Key = "secret";
            options.ClusterId = "";
            options.Deadline = TimeSpan.FromHours(1);
            options.BulkConcurrency = 0;
        }));

        var refused = (await FluentActions.Awaiting(() => host.StartAsync())
            .Should().ThrowAsync<OptionsValidationException>()).Which;

        refused.Failures.Select(fault => fault.Split(' ', ':')[0])
            .Should().Equal("Tenant", "Key", "Gateways", "ClusterId", "Deadline", "BulkConcurrency");
        refused.Message.Should().NotContain("secret");
    }

    [Fact]
    public async Task Without_a_gateway_there_is_nothing_to_connect_to()
    {
        using var host = Host(services => services.AddSupplyChainClient());

        (await FluentActions.Awaiting(() => host.StartAsync()).Should().ThrowAsync<OptionsValidationException>())
            .Which.Failures.Should().Equal("Gateways names no gateway (host:port).");
    }

    [Fact]
    public void Options_come_from_the_configuration_and_from_code_after_it()
    {
        using var provider = Provider(services => services
            .AddSupplyChainClient(Section(
                ("Gateways:0", "node-1:30000"), ("Gateways:1", "[::1]:30001"), ("Tenant", "acme"),
                ("Key", "sc_abc"), ("Deadline", "00:00:04")))
            .Configure(options => options.Actor = "erp"));

        var options = provider.GetRequiredService<IOptions<SupplyChainClientOptions>>().Value;

        options.Gateways.Should().Equal("node-1:30000", "[::1]:30001");
        (options.Tenant, options.Key, options.Deadline, options.Actor)
            .Should().Be(((TenantId)"acme", "sc_abc", TimeSpan.FromSeconds(4), "erp"));
    }

    [Fact]
    public void A_name_that_is_none_of_an_options_is_refused()
    {
        using var provider = Provider(services =>
            services.AddSupplyChainClient(Section(("Gatways:0", "node-1:30000"))));

        provider.Invoking(services => services.GetRequiredService<IOptions<SupplyChainClientOptions>>().Value)
            .Should().Throw<InvalidOperationException>().WithMessage("*Gatways*");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_no_cluster_answers_the_host_runs_calls_say_so_and_the_check_too(bool asksDatabase)
    {
        using var host = Host(services =>
        {
            services.AddSupplyChainClient(options =>
            {
                options.Gateways = [$"127.0.0.1:{UnusedPort()}", "no-such-host.invalid:30000"];
                options.Deadline = TimeSpan.FromMilliseconds(300);
                if (asksDatabase)
                    options.UsePostgres($"Host=127.0.0.1;Port={UnusedPort()};Username=erp;Database=supplychain");
            });
            services.AddHealthChecks().AddSupplyChain(failureStatus: HealthStatus.Degraded, tags: ["ready"]);
        });

        await host.StartAsync();

        var chain = host.Services.GetRequiredService<SupplyChainClient>();
        (await FluentActions.Awaiting(() => chain.Orders.GetAsync("O-1")).Should().ThrowAsync<UnavailableException>())
            .WithMessage("No gateway* answered within 0.3 s, so order.get was not sent: *");
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        report.Entries["supplychain"].Status.Should().Be(HealthStatus.Degraded);
        report.Entries["supplychain"].Description.Should().StartWith("No gateway");
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested
            .Should().BeFalse();
        await host.StopAsync();
    }

    [Theory]
    [InlineData("Database=supplychain")]
    [InlineData("Host=db;NoSuchWord=1")]
    [InlineData("nonsense")]
    public void What_is_no_connection_string_is_refused_and_not_repeated(string text) =>
        new SupplyChainClientOptions().Invoking(options => options.UsePostgres(text))
            .Should().Throw<ArgumentException>().WithMessage("*connection string*")
            .Which.Message.Should().NotContain(text);

    private static IHost Host(Action<IServiceCollection> add)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        add(builder.Services);
        return builder.Build();
    }

    private static ServiceProvider Provider(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        return services.BuildServiceProvider();
    }

    private static IConfiguration Section(params (string Name, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value))).Build();

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
