using CsCheck;
using Seminar.Contracts.Workshops;
using Seminar.Synthesis.Features.TransversalSynthesis.Decisions;
using Seminar.Topics.Detection;

namespace Seminar.Synthesis.Tests;

public sealed class What_was_decided
{
    private static readonly IReadOnlyList<TopicItem> Items = [.. Enumerable.Range(0, 12).Select(number =>
        new TopicItem(number % 2 == 0 ? "one" : "two", new ContributedItem($"{number}", ItemKind.Note, number < 6 ? Column.Success : Column.Brake, null, $"note {number}")))];

    [Fact]
    public void Stays_when_the_topic_is_found_no_more()
    {
        var decided = Decisions([new SubjectDecision("gone", "Gardé", SubjectState.Accepted, null, 1)], seen: [("gone", 0), ("gone", 1)]);

        var subject = ApplyDecisions.To([], Items, decided).Should().ContainSingle().Which;

        subject.Topic.Label.Should().Be("Gardé");
        subject.Topic.Items.Should().Equal(Items[0], Items[1]);
    }

    [Fact]
    public void Shows_what_came_and_what_went_since()
    {
        var decided = Decisions([new SubjectDecision("a", null, SubjectState.Accepted, null, 1)], seen: [("a", 0), ("a", 11)]);

        var subject = ApplyDecisions.To([Topic("a", 0, 1)], Items, decided).Single();

        subject.Came.Should().Equal(Items[1]);
        subject.Went.Should().Equal("note 11");
    }

    [Fact]
    public void Merges_along_a_chain_and_forgets_nobody()
    {
        var decided = Decisions([new SubjectDecision("a", null, SubjectState.Proposed, "b", 1), new SubjectDecision("b", null, SubjectState.Proposed, "c", 1)]);

        var subjects = ApplyDecisions.To([Topic("a", 0), Topic("b", 1), Topic("c", 2)], Items, decided);

        subjects.Should().ContainSingle().Which.Topic.Items.Should().Equal(Items[0], Items[1], Items[2]);
        subjects[0].Merged.Select(merged => merged.Key).Should().Equal("a", "b");
    }

    [Fact]
    public void Is_never_undone_by_whatever_is_found_next() => Gen.Select(Gen.Int[0, 11].Array[0, 8], Gen.Int[0, 11].Array[0, 4], Gen.Int[0, 11].Array[0, 4]).Sample((found, put, taken) =>
    {
        var placed = put.Select(number => ("a", number, true)).Concat(taken.Select(number => ("a", number, false))).DistinctBy(each => each.Item2).ToArray();
        var decided = Decisions([new SubjectDecision("a", "Mien", SubjectState.Accepted, null, 3)], placed: placed);

        var subject = ApplyDecisions.To(found.Length == 0 ? [] : [Topic("a", [.. found.Distinct()])], Items, decided).Single();

        subject.Topic.Label.Should().Be("Mien");
        subject.State.Should().Be(SubjectState.Accepted);
        subject.Topic.Items.Should().OnlyHaveUniqueItems();
        placed.Where(each => each.Item3).Select(each => Items[each.Item2]).Except(subject.Topic.Items).Should().BeEmpty();
        placed.Where(each => !each.Item3).Select(each => Items[each.Item2]).Intersect(subject.Topic.Items).Should().BeEmpty();
    });

    private static Topic Topic(string key, params int[] numbers) => new(key, key, [.. numbers.Order().Select(number => Items[number])], 1, []);

    private static Decided Decisions(SubjectDecision[] subjects, (string Key, int Number, bool IsIn)[]? placed = null, (string Key, int Number)[]? seen = null) => new(
        subjects.ToDictionary(subject => subject.Key),
        (placed ?? []).ToLookup(each => each.Key, each => (ItemReference.To(Items[each.Number]), each.IsIn)),
        (seen ?? []).ToLookup(each => each.Key, each => (ItemReference.To(Items[each.Number]), Items[each.Number].Item.Text)));
}
