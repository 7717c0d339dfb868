using Bunit;
using SupplyChain.Events;

namespace SupplyChain.Planner.Integrations;

/// <summary>The readers of events as an integrator sees them, and has one forgotten.</summary>
public sealed class ConsumerSectionTests : IntegrationsTest
{
    private static readonly Consumer Mirror = new("mirror", "0-0-9", 0, 0, Now.AddMinutes(-1), 7);

    private Consumer[] _consumers =
    [
        Mirror,
        Mirror with { Name = "slow", LagEvents = 12, LagMs = 180_000 },
        Mirror with { Name = "far", LagEvents = 10_000, LagMs = 7_200_000 },
        Mirror with { Name = "unknown", LagEvents = null, LagMs = null },
    ];

    public ConsumerSectionTests()
    {
        Actors.On<IConsumersGrain, Items<Consumer>>("List", (_, _) => Task.FromResult(_consumers.ToItems()));
        Actors.On<IConsumersGrain, ConsumerReply>("Delete", (_, name) => Note(
            name, new ConsumerReply { Status = ReplyStatus.Done, Value = Mirror }));
    }

    [Fact]
    public void Each_says_how_far_it_is_behind_in_events_and_in_time()
    {
        Open<ConsumerSection>("/integrations").FindAll("tbody tr")
            .Select(row => string.Join(" | ", row.Children.Take(5).Select(Text))).Should().Equal(
                "mirror | Up to date | oldest unread – | 0-0-9 | kept 11:59:00",
                "slow | 12 events behind | oldest unread 3 min | 0-0-9 | kept 11:59:00",
                "far | 10,000 events or more | oldest unread 2 h | 0-0-9 | kept 11:59:00",
                "unknown | Not counted | oldest unread unknown | 0-0-9 | kept 11:59:00");
    }

    [Fact]
    public void A_list_that_takes_long_to_count_is_read_less_often()
    {
        var reads = 0;
        Actors.On<IConsumersGrain, Items<Consumer>>("List", (_, _) =>
        {
            reads++;
            Time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(_consumers.ToItems());
        });
        var section = Open<ConsumerSection>("/integrations");
        for (var tick = 0; tick < 4; tick++)
        {
            reads.Should().Be(1, "after a second of counting it rests for twenty");
            Time.Advance(PolledSection.RefreshInterval);
        }
        section.WaitForAssertion(() => reads.Should().Be(2));
    }

    [Fact]
    public void Where_there_is_none_it_says_how_one_comes_about()
    {
        _consumers = [];
        Open<ConsumerSection>("/integrations").Find(".foot-note").TextContent
            .Should().StartWith("There is none.").And.Contain("PUT /consumers/{name}");
    }

    [Fact]
    public void Forgetting_says_what_it_means_first()
    {
        var section = Open<ConsumerSection>("/integrations?do=forget&consumer=slow");
        section.Find(".drawer").TextContent.Should().Contain("from the beginning");
        Sent.Should().BeEmpty();

        section.Find("button.danger").Click();
        Sent.Should().Equal(new ConsumerName("slow"));
        Text(section.Find(".note.good")).Should().Be("slow is forgotten.");
        section.FindAll(".drawer").Should().BeEmpty();
    }
}
