using Bunit;
using SupplyChain.Operations;

namespace SupplyChain.Planner.Integrations;

/// <summary>What became of what another system sent, as an integrator sees it.</summary>
public sealed class ArrivalSectionTests : IntegrationsTest
{
    private static readonly ArrivalAttempt Accepted = new(
        "order", Now.AddMinutes(-2), "erp", ReplyStatus.Created, null, null, "r-1");

    private readonly List<string> _asked = [];
    private ArrivalAttempt[] _attempts =
    [
        Accepted with
        {
            At = Now.AddMinutes(-1), Outcome = ReplyStatus.Refused, Code = "conflict", Message = "Another body.",
        },
        Accepted,
        Accepted with { At = Now.AddMinutes(-3), Outcome = ReplyStatus.Invalid, Code = "required" },
    ];

    public ArrivalSectionTests() => Actors.On<IArrivalsGrain, Items<ArrivalAttempt>>("Find", (actor, _) =>
    {
        _asked.Add(actor);
        return Task.FromResult(_attempts.ToItems());
    });

    [Fact]
    public void Each_attempt_says_what_became_of_it_and_which_key_sent_it()
    {
        var section = Open<ArrivalSection>("/integrations?arrived=ERP-4711");

        _asked.Should().Equal("demo/ERP-4711");
        section.FindAll("tbody tr").Select(row => string.Join(" | ", row.Children.Take(4).Select(Text))).Should().Equal(
            "order ERP-4711 Another body. | Refused, conflict | from erp | 11:59:00",
            "order ERP-4711 | Accepted | from erp | 11:58:00",
            "order ERP-4711 | Faulty, required | from erp | 11:57:00");
        section.FindAll("tbody a").Select(link => link.GetAttribute("href")).Should().Equal("/orders/ERP-4711");
    }

    [Fact]
    public void What_never_came_is_said_to_be_so()
    {
        _attempts = [];
        Open<ArrivalSection>("/integrations?arrived=ERP-4712").Find(".foot-note").TextContent
            .Should().StartWith("Nothing came under ERP-4712");
    }

    [Fact]
    public void A_number_that_no_document_can_have_is_explained_and_not_asked_for()
    {
        Open<ArrivalSection>("/integrations?arrived=no+number").Find(".note").TextContent.Should().Contain("number");
        Open<ArrivalSection>("/integrations").FindAll(".note, .foot-note, tbody").Should().BeEmpty();
        _asked.Should().BeEmpty();
    }
}
