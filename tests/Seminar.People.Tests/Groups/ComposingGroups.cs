using CsCheck;
using Seminar.Contracts.Workshops;
using Seminar.People.Groups.Composition;

namespace Seminar.People.Tests.Groups;

public sealed class ComposingGroups
{
    private static readonly Gen<IReadOnlyList<Attendee>> Anyone =
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 8], Gen.Int[0, 3], Gen.Int).Select((staff, partners, youth, witnesses, seed) =>
            InventedPeople.Present(staff, partners, youth, seed, witnesses));

    public static TheoryData<string> RealWorkshops => [.. InventedPeople.RealWorkshops().Select(workshop => workshop.Theme)];

    [Theory]
    [MemberData(nameof(RealWorkshops))]
    public void The_real_head_counts_get_groups_as_good_as_the_exact_solver_s(string theme)
    {
        var attendance = InventedPeople.RealWorkshops().Single(workshop => workshop.Theme == theme).Attendance;
        CompareWithExact(InventedPeople.Present(attendance.MissionsLocales, attendance.Partenaires, attendance.Jeunes, seed: 1));
    }

    [Theory]
    [InlineData(3, 3, 0, 1)]
    [InlineData(10, 2, 1, 2)]
    [InlineData(2, 12, 0, 3)]
    [InlineData(9, 9, 4, 4)]
    [InlineData(0, 14, 3, 5)]
    [InlineData(17, 0, 0, 6)]
    [InlineData(12, 13, 6, 7)]
    [InlineData(20, 5, 0, 8)]
    [InlineData(7, 22, 2, 9)]
    [InlineData(15, 15, 1, 10)]
    public void Random_rooms_get_groups_as_good_as_the_exact_solver_s(int staff, int partners, int youth, int seed) =>
        CompareWithExact(InventedPeople.Present(staff, partners, youth, seed));

    [Fact]
    public void Everyone_sits_once_in_a_group_of_three_to_five() => Anyone.Sample(people =>
    {
        var groups = Composer.Compose(people, 7).Groups;

        groups.SelectMany(group => group).Should().BeEquivalentTo(people.Select(person => person.Id));
        if (people.Count >= 3)
        {
            groups.Should().OnlyContain(group => group.Count >= GroupSizes.Smallest && group.Count <= GroupSizes.Largest);
        }
    }, iter: 200);

    [Fact]
    public void The_order_of_the_list_changes_nothing_and_the_seed_decides() => Anyone.Sample(people =>
    {
        var groups = Composer.Compose(people, 7).Groups;

        Composer.Compose([.. people.Reverse()], 7).Groups.Should().BeEquivalentTo(groups, options => options.WithStrictOrdering());
    }, iter: 60);

    [Fact]
    public void The_score_kept_while_searching_is_that_of_the_groups() => Anyone.Sample(people =>
    {
        var composed = Composer.Compose(people, 3);

        composed.Score.Should().Be(Composer.Score(people, composed.Groups));
    }, iter: 60);

    [Fact]
    public void Who_is_locked_keeps_the_group() => Anyone.Where(people => people.Count > 8).Sample(people =>
    {
        var first = Composer.Compose(people, 1).Groups;
        var locks = people.Take(5).ToDictionary(person => person.Id, person => Enumerable.Range(0, first.Count).First(group => first[group].Contains(person.Id)));

        var again = Composer.Compose(people, 2, locks: locks).Groups;

        locks.Should().OnlyContain(held => again[held.Value].Contains(held.Key));
    }, iter: 60);

    [Fact]
    public void A_latecomer_sits_down_without_moving_anyone() => Anyone.Where(people => people.Count > 4).Sample(people =>
    {
        var seated = Composer.Compose([.. people.Skip(1)], 1).Groups;

        var place = Placement.ForLatecomer(people, seated, people[0].Id);

        if (place is { } group)
        {
            seated[group].Count.Should().BeLessThan(GroupSizes.Largest);
        }
        else
        {
            seated.Should().OnlyContain(each => each.Count >= GroupSizes.Largest);
        }
    }, iter: 60);

    [Fact]
    public void A_latecomer_goes_where_their_family_is_missing()
    {
        var people = InventedPeople.Present(staff: 8, partners: 1, youth: 0, seed: 4);
        var partner = people.Single(person => person.Family == Family.Partner);
        var groups = new List<IReadOnlyList<Guid>> { people.Take(4).Select(person => person.Id).ToList(), people.Skip(4).Take(4).Select(person => person.Id).ToList() };
        var second = new Attendee(Guid.NewGuid(), Family.Partner, "Partenaire 99", null, false);
        groups[0] = [.. groups[0], partner.Id];

        Placement.ForLatecomer([.. people, second], groups, second.Id).Should().Be(1);
    }

    [Fact]
    public void In_a_second_round_people_meet_new_people()
    {
        var people = InventedPeople.Present(staff: 30, partners: 30, youth: 0, seed: 5);
        var first = Composer.Compose(people, 1);

        var second = Composer.Compose(people, 1, [first.Groups]);

        second.Score.MetBefore.Should().BeLessThan(3);
        Composer.Score(people, first.Groups, [first.Groups]).MetBefore.Should().BeGreaterThan(80, "the same groups again would be the worst");
    }

    [Fact]
    public void A_young_person_never_sits_among_young_people_alone()
    {
        var people = InventedPeople.Present(staff: 6, partners: 6, youth: 8, seed: 6);

        Composer.Compose(people, 1).Score.LeftAlone.Should().Be(0);
    }

    [Fact]
    public void Accents_and_capitals_do_not_make_another_organisation()
    {
        Attendee[] people =
        [
            new(Guid.NewGuid(), Family.MissionLocale, "Mission Locale d’Alès", "30", false),
            new(Guid.NewGuid(), Family.MissionLocale, "MISSION LOCALE D’ALES ", "30", false),
            new(Guid.NewGuid(), Family.Partner, "", null, false),
            new(Guid.NewGuid(), Family.Partner, "", null, false),
        ];

        Composer.Score(people, [people.Select(person => person.Id).ToList()]).Should().Be(new CompositionScore(0, 1, 1, 0, 0));
    }

    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(2, new[] { 2 })]
    [InlineData(5, new[] { 5 })]
    [InlineData(6, new[] { 3, 3 })]
    [InlineData(7, new[] { 4, 3 })]
    [InlineData(9, new[] { 4, 5 })]
    [InlineData(10, new[] { 4, 3, 3 })]
    [InlineData(84, new[] { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 })]
    public void Groups_are_of_four_as_far_as_the_number_allows(int people, int[] sizes) => GroupSizes.For(people).Should().Equal(sizes);

    [Fact]
    public void A_group_is_explained_in_plain_words()
    {
        Attendee[] group =
        [
            new(Guid.NewGuid(), Family.MissionLocale, "Mission Locale 1", "34", false),
            new(Guid.NewGuid(), Family.MissionLocale, "Mission Locale 2", "30", false),
            new(Guid.NewGuid(), Family.Youth, "", "34", false),
        ];

        Explanation.Of(group, group, groups: 1, code => code == "34" ? "Hérault" : "Gard").Should().Equal(
            "2\u00A0personnes de Mission Locale et 1\u00A0jeune.",
            "Aucun partenaire\u00A0: il n’y en a que 0\u00A0partenaire pour 1\u00A0groupe.",
            "Toutes les organisations sont différentes.",
            "2\u00A0départements\u00A0: Gard, Hérault.",
            "Un témoin ou jeune, accompagné d’au moins un professionnel.");
    }

    private static void CompareWithExact(IReadOnlyList<Attendee> people)
    {
        var ours = Composer.Compose(people, seed: 1).Score;

        var best = ExactGroups.Best(people);

        ((long)ours.GroupsWithoutBoth).Should().Be(best.Families);
        ((long)ours.SameOrganisation).Should().Be(best.Organisations);
        ((long)ours.SameDepartement).Should().BeLessThanOrEqualTo((long)Math.Ceiling(best.Departements * 1.05));
    }
}
