using CsCheck;
using Seminar.Contracts.Workshops;
using Seminar.People.Features.Arrivals;
using Seminar.People.Features.Attendance;

namespace Seminar.People.Tests.Arrivals;

public sealed class WelcomingAtTheDoor
{
    private static readonly Gen<(string Kind, int Minute)[]> AnyDay =
        Gen.Select(Gen.Int[0, 2].Select(kind => new[] { "arrived", "left", "undone" }[kind]), Gen.Int[0, 600], (kind, minute) => (kind, minute)).Array[1, 8];

    [Fact]
    public async Task Devices_that_were_apart_agree_whatever_the_order_in_which_they_send() => await AnyDay.SampleAsync(async day =>
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;Partenaire 1;;;", "Partenaire;Prénom B;Nom B;Partenaire 1;;;");
        var first = await people.FindAsync("Prénom A Nom A");
        var second = await people.FindAsync("Prénom B Nom B");
        // Times differ: what happens at one instant has no order.
        var operations = day.DistinctBy(each => each.Minute).Select(each => Operation(each.Kind, first.Id, people.Clock.Now.AddMinutes(-each.Minute))).ToArray();

        await people.RecordAsync(operations);
        foreach (var operation in operations.Reverse())
        {
            await people.RecordAsync(operation with { Operation = Guid.NewGuid(), Person = second.Id });
        }

        var (one, other) = (await people.FindAsync(first.Name), await people.FindAsync(second.Name));
        (one.ArrivedAt, one.LeftAt).Should().Be((other.ArrivedAt, other.LeftAt));
    }, iter: 40);

    [Fact]
    public async Task What_is_sent_twice_has_one_effect()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;Partenaire 1;;;");
        var person = await people.FindAsync("Prénom A Nom A");
        var arrived = Operation("arrived", person.Id, people.Clock.Now.AddMinutes(-5));
        var undone = Operation("undone", person.Id, people.Clock.Now.AddMinutes(-1));

        await people.RecordAsync(arrived, undone);
        await people.RecordAsync(arrived);

        (await people.FindAsync(person.Name)).ArrivedAt.Should().BeNull();
    }

    [Fact]
    public async Task A_walk_in_sent_by_two_devices_is_one_person_and_one_who_was_registered_is_not_doubled()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;Partenaire 1;;;");

        await people.RecordAsync(WalkIn(people, "prénom a", "NOM A", "Partenaire 1"), WalkIn(people, "Prénom B", "Nom B", "Partenaire 2"), WalkIn(people, "Prénom B", "Nom B", "Partenaire 2"));

        (await people.ExpectedAsync()).Should().HaveCount(2).And.OnlyContain(person => person.ArrivedAt != null);
    }

    [Fact]
    public async Task A_walk_in_with_accents_in_capitals_is_still_the_one_who_was_registered()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Zoé;Été;Île;;;");

        await people.RecordAsync(WalkIn(people, "ZOE", "ÉTÉ", "ile"));

        (await people.ExpectedAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_walk_in_into_a_full_workshop_is_welcome_and_waits_for_a_seat_that_then_comes_by_itself()
    {
        await using var people = new TempPeople();
        await people.SetSeatsAsync("mobility", 1);
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;Partenaire 1;Mobilité;;");

        await people.RecordAsync(WalkIn(people, "Prénom B", "Nom B", "Partenaire 2", "mobility"));
        (await people.FindAsync("Prénom B Nom B")).Should().Match<ExpectedPerson>(person => person.Workshop == null && person.ArrivedAt != null);
        await people.SetSeatsAsync("mobility", 2);

        (await people.FindAsync("Prénom B Nom B")).Workshop.Should().Be("Mobilité");
    }

    [Fact]
    public async Task What_is_not_right_is_refused_in_French_and_the_rest_of_the_batch_stands()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;Partenaire 1;;;");
        var person = await people.FindAsync("Prénom A Nom A");

        var answers = await people.RecordAsync(
            WalkIn(people, "", "Nom", ""), WalkIn(people, "Prénom", "", ""), WalkIn(people, "Prénom", "Nom", "", "cuisine"), WalkIn(people, new string('a', 121), "Nom", ""),
            WalkIn(people, "Prénom", "Nom", "") with { Family = "orange" }, Operation("arrived", Guid.NewGuid(), people.Clock.Now), Operation("danced", person.Id, people.Clock.Now),
            Operation("arrived", person.Id, people.Clock.Now));

        answers.Select(answer => answer.Refusal).Should().Equal(
            "Donnez un prénom.", "Donnez un nom.", "Choisissez un atelier de la liste.", "Donnez chaque texte en 120 caractères au plus, sur une ligne.",
            "Choisissez une famille.", "Cette personne n’est plus inscrite.", "Cette opération n’est pas connue.", null);
        (await people.ExpectedAsync()).Should().ContainSingle().Which.ArrivedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task A_young_person_is_welcome_with_a_first_name_alone_and_a_family_name_is_not_kept()
    {
        await using var people = new TempPeople();

        await people.RecordAsync(WalkIn(people, "Prénom", "Nom", "") with { Family = "jeune" });

        (await people.ExpectedAsync()).Should().ContainSingle().Which.Name.Should().Be("Prénom");
    }

    [Fact]
    public async Task Someone_on_a_device_whose_clock_is_wrong_arrives_now()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;Partenaire 1;;;", "Partenaire;Prénom B;Nom B;Partenaire 1;;;");
        var ids = (await people.ExpectedAsync()).Select(person => person.Id).ToList();

        await people.RecordAsync(Operation("arrived", ids[0], people.Clock.Now.AddYears(3)), Operation("arrived", ids[1], people.Clock.Now.AddYears(-3)));

        (await people.ExpectedAsync()).Should().OnlyContain(person => person.ArrivedAt == people.Clock.Now);
    }

    [Fact]
    public async Task Attendance_counts_who_was_welcomed_and_a_correction_adds_to_it_with_its_reason()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;Partenaire 1;Mobilité;;", "Partenaire;Prénom B;Nom B;Partenaire 1;Mobilité;;", "Jeune;Prénom C;;;Mobilité;;");
        var expected = await people.ExpectedAsync();
        await people.RecordAsync([.. expected.Where(person => person.Name != "Prénom B Nom B").Select(person => Operation("arrived", person.Id, people.Clock.Now))]);

        await new CorrectAttendanceHandler(people.Database, people.Clock).Handle(new CorrectAttendance("mobility", "partenaire", 3, "Comptés à la main", "Accueil"), default);

        var counts = await new GetAttendanceHandler(people.Database).Handle(new GetAttendance(), default);
        counts.Should().BeEquivalentTo([
            new AttendanceCount("mobility", Family.Partner, Welcomed: 1, Corrected: 3),
            new AttendanceCount("mobility", Family.Youth, Welcomed: 1, Corrected: 0)]);
        counts.Sum(count => count.People).Should().Be(5);
    }

    private static ArrivalOperation Operation(string kind, Guid person, DateTimeOffset at) => new(Guid.NewGuid(), kind, person, at);

    private static ArrivalOperation WalkIn(TempPeople people, string firstName, string lastName, string organisation, string? workshop = null) =>
        new(Guid.NewGuid(), "walk-in", Guid.NewGuid(), people.Clock.Now, firstName, lastName, "partenaire", organisation, workshop);
}
