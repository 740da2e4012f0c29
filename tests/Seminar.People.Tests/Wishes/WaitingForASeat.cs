using Seminar.People.Features.GiveSeats;
using Seminar.People.Features.Registrations;

namespace Seminar.People.Tests.Wishes;

public sealed class WaitingForASeat
{
    [Fact]
    public async Task A_seat_that_frees_goes_to_the_better_wish_then_to_the_earlier_registration()
    {
        await using var people = new TempPeople();
        await people.SetSeatsAsync("mobility", 1);
        await people.SetSeatsAsync("engagement", 0);
        await people.RegisterAsync(
            "Partenaire;Prénom A;Nom A;;;Mobilité;", "Partenaire;Prénom B;Nom B;;;Engagement;Mobilité", "Partenaire;Prénom C;Nom C;;;Mobilité;", "Partenaire;Prénom D;Nom D;;;Mobilité;");

        var given = await new GiveSeatsHandler(people.Database, people.Clock).Handle(new GiveSeats(Apply: true), default);
        given.Should().Match<SeatsGiven>(seats => seats.People == 4 && seats.Waiting == 3);
        (await SeatedAsync(people)).Should().Equal("Prénom A Nom A");

        await CancelAsync(people, "Prénom A Nom A");
        (await SeatedAsync(people)).Should().Equal("Prénom C Nom C");
        await people.SetSeatsAsync("mobility", 2);
        (await SeatedAsync(people)).Should().Equal("Prénom C Nom C", "Prénom D Nom D");
        await people.SetSeatsAsync("mobility", 3);
        (await SeatedAsync(people)).Should().Equal("Prénom B Nom B", "Prénom C Nom C", "Prénom D Nom D");
    }

    [Fact]
    public async Task Looking_at_what_the_seats_would_be_gives_none()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;;;Mobilité;");

        var given = await new GiveSeatsHandler(people.Database, people.Clock).Handle(new GiveSeats(Apply: false), default);

        given.ByRank.Should().Equal(1);
        (await SeatedAsync(people)).Should().BeEmpty();
    }

    [Fact]
    public async Task Until_the_wishes_are_weighed_together_nobody_gets_a_seat_for_being_first()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;;;Mobilité;");

        await people.SetSeatsAsync("mobility", 10);

        (await SeatedAsync(people)).Should().BeEmpty();
    }

    [Fact]
    public async Task Someone_imported_into_a_full_workshop_waits_and_moves_up_by_themselves()
    {
        await using var people = new TempPeople();
        await people.SetSeatsAsync("mobility", 1);
        var result = await people.RegisterAsync("Partenaire;Prénom A;Nom A;;Mobilité;;", "Partenaire;Prénom B;Nom B;;Mobilité;;");
        result.Waiting.Should().Be(1);

        await CancelAsync(people, "Prénom A Nom A");

        (await SeatedAsync(people)).Should().Equal("Prénom B Nom B");
    }

    [Fact]
    public async Task More_people_without_wishes_than_seats_leave_none_to_give()
    {
        await using var people = new TempPeople();
        await people.RegisterAsync("Partenaire;Prénom A;Nom A;;Mobilité;;", "Partenaire;Prénom B;Nom B;;Mobilité;;", "Partenaire;Prénom C;Nom C;;;Mobilité;");
        await people.SetSeatsAsync("mobility", 1);

        var given = await new GiveSeatsHandler(people.Database, people.Clock).Handle(new GiveSeats(Apply: true), default);

        given.Waiting.Should().Be(1);
    }

    private static async Task CancelAsync(TempPeople people, string name) =>
        await new CancelRegistrationHandler(people.Database, people.Clock).Handle(new CancelRegistration((await people.FindAsync(name)).Id, true), default);

    private static async Task<IEnumerable<string>> SeatedAsync(TempPeople people) =>
        (await people.ExpectedAsync()).Where(person => person.Workshop is not null).Select(person => person.Name);
}
