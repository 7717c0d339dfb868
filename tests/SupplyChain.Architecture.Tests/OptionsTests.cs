using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupplyChain.Demo;
using SupplyChain.Imports;
using SupplyChain.Journal.Postgres;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Shipments;

namespace SupplyChain.Architecture;

/// <summary>Options are configured, checked and handed over in one way.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void A_setting_out_of_its_range_is_refused_at_once_and_by_its_name()
    {
        Refused(services => services.AddSupplyChainSqliteJournal(journal => journal.Readers = 65))
            .Should().Be("Journal:Readers 65 is not from 1 to 64.");
        Refused(services => services.AddSupplyChainSqliteJournal(
            journal => journal.LockTimeout = -TimeSpan.FromHours(1)))
            .Should().Be("Journal:LockTimeout -01:00:00 is not from 0 to 24 days.");
        Refused(services => services.AddSupplyChainPostgresJournal(journal => journal.QueuedEvents = 0))
            .Should().Be("Journal:QueuedEvents 0 is not 1 or more.");
        Refused(services => services.AddSupplyChainImports(imports => imports.Patience = TimeSpan.Zero))
            .Should().Be("Imports:Patience 00:00:00 is not more than 0.");
        Refused(services => services.AddSupplyChainWeb(web => web.MostExportRows = 0))
            .Should().Be("Web:MostExportRows 0 is not from 1 to 1,000,000.");
        Refused(services => services.AddDemoWorld(world => world.OrdersPerHour = 0))
            .Should().Be("Demo:OrdersPerHour 0 is not from 0.1 to 100.");
        Refused(_ => new LabelOptions { CompanyPrefix = "952" }.Check())
            .Should().Be("Labels:CompanyPrefix '952' is not a GS1 company prefix: 4 to 12 digits.");
    }

    [Fact]
    public void Settings_of_imports_hold_whenever_they_are_made()
    {
        var before = new ServiceCollection().AddSupplyChainImports(imports => imports.MaxRows = 7)
            .AddSupplyChainActors();
        var after = new ServiceCollection().AddSupplyChainActors()
            .AddSupplyChainImports(imports => imports.MaxRows = 7);

        foreach (var services in new[] { before, after })
            services.BuildServiceProvider().GetRequiredService<ImportOptions>().MaxRows.Should().Be(7);
    }

    /// <summary>But those of the SDK, which are a program's outside and follow that program's ways.</summary>
    [Fact]
    public void They_are_taken_as_themselves() =>
        Repository.Sources()
            .Where(source => source.Path.StartsWith("src", StringComparison.Ordinal))
            .Where(source => !source.Path.StartsWith(
                Path.Combine("src", "SupplyChain.Client") + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .SelectMany(source => source.Lines.Select(line => (source.Path, Line: line)))
            .Where(line => line.Line.Contains("IOptions<", StringComparison.Ordinal)
                || line.Line.Contains("ValidateOnStart", StringComparison.Ordinal))
            .Should().BeEmpty();

    private static string Refused(Action<IServiceCollection> add) =>
        FluentActions.Invoking(() => add(new ServiceCollection())).Should().Throw<OptionsValidationException>()
            .Which.Failures.Should().ContainSingle().Subject;
}
