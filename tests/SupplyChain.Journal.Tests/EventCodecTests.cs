using System.Text.Json.Nodes;
using SupplyChain.Operations;

namespace SupplyChain.Journal;

public sealed class EventCodecTests
{
    private static readonly Dictionary<(string, int), Func<JsonObject, JsonObject>> Steps = new()
    {
        [("thing.made", 1)] = json =>
        {
            json["weightKg"] = json["weight"]!.GetValue<int>();
            json.Remove("weight");
            return json;
        },
        [("thing.made", 2)] = json =>
        {
            json["colour"] = "unknown";
            return json;
        },
    };

    [Fact]
    public void An_old_event_is_lifted_step_by_step()
    {
        Upcasters.Lift(Steps, "thing.made", 1, 3, """{"weight":5}"""u8).ToJsonString()
            .Should().Be("""{"weightKg":5,"colour":"unknown"}""");
        Upcasters.Lift(Steps, "thing.made", 2, 3, """{"weightKg":7}"""u8).ToJsonString()
            .Should().Be("""{"weightKg":7,"colour":"unknown"}""");
    }

    [Fact]
    public void A_missing_step_is_said()
    {
        var lift = () => Upcasters.Lift(Steps, "thing.made", 1, 4, """{"weight":5}"""u8);

        lift.Should().Throw<UnknownEventException>().WithMessage("*thing.made from schema 3*");
    }

    [Fact]
    public void Below_its_feature_level_an_event_is_written_one_schema_older_or_not_at_all()
    {
        Dictionary<(string, int), Func<JsonObject, JsonObject>> steps = new()
        {
            [("thing.made", 2)] = json =>
            {
                json["weight"] = (int)json["weightKg"]!.GetValue<double>();
                json.Remove("weightKg");
                return json;
            },
        };

        Downcasters.Lower(steps, "thing.made", 2, """{"weightKg":5.5}"""u8)
            .Should().Equal("""{"weight":5}"""u8.ToArray());
        Downcasters.Lower(steps, "thing.sold", 1, "{}"u8).Should().BeNull("a new type has no older schema");
        foreach (var (_, _, @event) in EventCodec.Known)
        {
            EventCodec.Encode(Sample.Of(@event), level: 0).Should().BeNull("no level allows anything yet");
            EventCodec.Encode(Sample.Of(@event), FeatureLevel.Newest).Should().NotBeNull();
        }
    }

    [Fact]
    public void An_event_of_a_newer_version_is_refused()
    {
        var unknown = () => EventCodec.Decode("never.heard.of", 1, "{}"u8);
        unknown.Should().Throw<UnknownEventException>().WithMessage("*never.heard.of*newer version*");

        foreach (var (type, schema, _) in EventCodec.Known)
        {
            var newer = () => EventCodec.Decode(type, schema + 1, "{}"u8);
            newer.Should().Throw<UnknownEventException>().WithMessage($"*{type} schema {schema + 1}*");
        }
    }
}
