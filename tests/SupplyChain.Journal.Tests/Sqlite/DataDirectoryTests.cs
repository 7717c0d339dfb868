using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupplyChain.Journal.PersonalData;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Sqlite;

public sealed class DataDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_directory_belongs_to_one_process_at_a_time()
    {
        using (DataDirectory.Open(_directory.Path))
        {
            var second = () => DataDirectory.Open(_directory.Path);
            second.Should().Throw<DataDirectoryInUseException>()
                .WithMessage($"*{_directory.Path}*in use by process {Environment.ProcessId}*");
        }
        using var again = DataDirectory.Open(_directory.Path);
        again.File("journal.db").Should().Be(Path.Combine(_directory.Path, "journal.db"));
    }

    [Fact]
    public async Task Disposing_the_container_commits_what_is_queued()
    {
        var stream = NewStream();
        var path = Path.Combine(_directory.Path, "new", "data");
        var provider = Services(options => options.DataDirectory = path);
        var pen = await provider.GetRequiredService<IJournal>().PenAsync(stream);
        provider.GetRequiredService<ISubjectKeys>().Should().BeSameAs(provider.GetRequiredService<ITenantKeys>());
        var append = pen.Append(Event("last words"));
        await provider.DisposeAsync();
        await append.Soon();

        await using var again = Services(options => options.DataDirectory = path);
        (await again.GetRequiredService<IJournal>().HeadAsync(stream).Soon()).Should().Be(1);
    }

    [Fact]
    public void A_wrong_option_is_named_by_its_key()
    {
        var register = () => Services(options => options.QueuedEvents = 0);

        register.Should().Throw<OptionsValidationException>().WithMessage("*Journal:QueuedEvents*");
    }

    private static ServiceProvider Services(Action<SqliteJournalOptions> configure) => new ServiceCollection()
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSupplyChainSqliteJournal(configure)
        .BuildServiceProvider();
}
