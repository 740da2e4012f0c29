using CsCheck;
using Ical.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Seminar.Themes.Mobility.Features.Diagnosis;

namespace Seminar.Themes.Tests.Mobility;

/// <summary>A young person and their counsellor look for what keeps them from moving.</summary>
public sealed class The_diagnosis
{
    private static readonly DateOnly Today = Diagnostics.Today;

    [Fact]
    public void Asks_twelve_questions_at_most_and_never_a_name() => Diagnostics.Any.Sample(conversation =>
    {
        conversation.Questions.Count.Should().BeInRange(9, 12);
        conversation.ToString().Split('&').Select(field => field.Split('=')[0]).Should().OnlyContain(name => name == "jour" || name == "numero" || Guide.Shared.Questions.Any(question => question.Id == name));
    }, iter: 500);

    [Fact]
    public void Leads_from_each_obstacle_to_an_action_and_gives_three_steps_at_most() => Diagnostics.Any.Sample(conversation =>
    {
        var conclusion = Conclusion.Of(conversation);

        conclusion.Steps.Count.Should().BeLessThanOrEqualTo(3);
        conclusion.Actions.Should().OnlyHaveUniqueItems();
        (conclusion.Obstacles.Count == 0 || conclusion.Actions.Count > 0).Should().BeTrue("an obstacle without an action would be a dead end");
        conclusion.Obstacles.Select(obstacle => obstacle.Weight).Should().BeInDescendingOrder();
    }, iter: 500);

    [Theory]
    [InlineData("15")]
    [InlineData("16-17")]
    [InlineData("18-25")]
    [InlineData("26")]
    public void No_answer_alone_is_a_dead_end_at_any_age(string age)
    {
        foreach (var question in Guide.Shared.Questions.Where(question => question.Answers is not null))
        {
            foreach (var answer in question.Answers!.Where(answer => (answer.Situations ?? []).Any(situation => !Guide.Shared.Situation(situation).IsStrength)))
            {
                var conversation = Diagnostics.Told(string.Join('&', (question.When ?? []).Select(condition => $"{condition.Key}={condition.Value[0]}").Append($"{question.Id}={answer.Id}").Append($"age={age}").DistinctBy(each => each.Split('=')[0])));

                (!conversation.Questions.Contains(question) || Conclusion.Of(conversation).Actions.Count > 0).Should().BeTrue("« {0} » at {1} must lead somewhere", answer.Label, age);
            }
        }
    }

    [Fact]
    public void Gives_again_the_same_result_from_its_sealed_address() => Diagnostics.Any.Sample(conversation =>
    {
        var house = Diagnostics.House();
        var seal = house.Seal(conversation);

        var again = house.Open(seal).Conversation!;

        again.Next.Should().BeNull();
        again.ToString().Should().Be(conversation.ToString());
        seal.Should().NotContain("46102");
        Diagnostics.House().Open(seal).Should().Be(new OpenedSeal(null, IsExpired: false), "another house has other keys");
    }, iter: 200);

    [Fact]
    public void Its_address_opens_for_sixty_days_however_often_it_is_sealed_anew()
    {
        var clock = new StoppedClock(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var house = Diagnostics.House(clock);
        var seal = house.Seal(Diagnostics.Told("age=18-25"));

        clock.Now = clock.Now.AddDays(60);
        var last = house.Open(seal).Conversation!;
        last.Day.Should().Be(Today);
        clock.Now = clock.Now.AddDays(1);

        house.Open(seal).Should().Be(new OpenedSeal(null, IsExpired: true));
        house.Open(house.Seal(last)).IsExpired.Should().BeTrue();
        house.Open("autre chose").IsExpired.Should().BeFalse();
    }

    [Fact]
    public void An_answer_given_anew_replaces_the_former()
    {
        var changed = Diagnostics.Told("age=18-25&profil=emploi").With([KeyValuePair.Create("profil", new StringValues("recherche"))]);

        (changed.One("age"), changed.One("profil")).Should().Be(("18-25", "recherche"));
    }

    [Fact]
    public void Takes_nothing_that_is_no_answer()
    {
        var conversation = Diagnostics.Told("age=<script>&permis=oui&profil=emploi,autre&jour=hier&numero=1&commune=Paris");

        conversation.Next!.Id.Should().Be("age");
        conversation.Given("profil").Should().Equal("emploi");
        conversation.Given("permis").Should().BeEmpty("it is asked from sixteen on");
        conversation.Given("commune").Should().BeEmpty();
        conversation.Day.Should().Be(Today);
        conversation.NameFor("compte").Should().NotBe(Diagnostics.Told("numero=1").NameFor("compte"), "the number is drawn here");
    }

    [Fact]
    public void On_foot_and_by_car_is_not_on_foot_alone()
    {
        Diagnostics.Told("moyens=pied,vehicule").Given("moyens").Should().Equal("vehicule");
        Diagnostics.Told("moyens=pied").Given("moyens").Should().Equal("pied");
    }

    [Theory]
    [InlineData("Figeac", null, "46102")]
    [InlineData("  ", null, "-")]
    [InlineData("46100", "46102", "46102")]
    [InlineData("46100", null, null)]
    [InlineData("46100", "81202", null)]
    [InlineData("Paris", null, null)]
    [InlineData("Paris", "81202", null)]
    [InlineData("Toulouze", null, null)]
    public void A_commune_is_known_chosen_passed_by_or_asked_for_again_never_guessed(string typed, string? chosen, string? known)
    {
        var form = new FormCollection(new() { ["commune"] = typed, ["laquelle"] = chosen });
        var answered = NamedPlace.Answer(Diagnostics.Told("age=18-25"), form, new HeardOffer());

        (answered.Given("commune") is [var place] ? place : null).Should().Be(known);
        answered.TypedPlace.Should().Be(known is null ? typed : null);
        answered.Next!.Id.Should().Be(known is null ? "commune" : "profil");
        Conversation.Parse(answered.ToString(), Guide.Shared)!.TypedPlace.Should().Be(answered.TypedPlace);
    }

    [Fact]
    public void The_question_offers_the_communes_that_share_what_was_typed_and_says_when_there_is_none()
    {
        Ask("46100").Question.Answers.Select(place => place.Label).Should().Equal("Camburat (46)", "Figeac (46)");
        Ask("46100").Error.Should().BeNull();
        foreach (var typed in new[] { "Paris", "Toulouze" })
        {
            (Ask(typed).TypedPlace, Ask(typed).Question.Answers.Count).Should().Be((typed, 0));
            Ask(typed).Error.Should().StartWith("Cette commune n’est pas reconnue.");
        }

        static QuestionView Ask(string typed) =>
            QuestionView.Asking(Diagnostics.Theme, Diagnostics.Told("age=18-25").WithTypedPlace(typed), "sceau", isMissed: true, NamedPlace.Meant(new HeardOffer(), typed));
    }

    [Fact]
    public void Sends_nobody_under_sixteen_to_a_driving_school() =>
        Conclusion.Of(Diagnostics.Told("age=15&moyens=pied&lignes=non")).Actions.Should().NotBeEmpty().And.OnlyContain(action => action.FromAge <= 15);

    [Fact]
    public async Task Proposes_what_the_directory_has_for_their_age_their_commune_and_their_situation()
    {
        var offer = new HeardOffer();
        var conversation = Diagnostics.Told("age=18-25&profil=recherche&permis=code").WithPlace("46102");

        var view = await new ShowConclusionHandler(offer, Diagnostics.Theme).Handle(new ShowConclusion(conversation, "sceau", "sans-commune"), CancellationToken.None);

        view.Obstacles.Should().Equal("Vous avez le code ; il vous manque la conduite.");
        view.Steps[0].Should().Be(new StepView("Déposer une demande de bourse au permis", Today.AddDays(7)));
        view.Help[0].Services.Should().ContainSingle();
        view.OpensUntil.Should().Be(new DateOnly(2027, 1, 23));
        offer.Heard[0].Should().BeEquivalentTo(new { Themes = new[] { "mobilite--preparer-un-permis", "mobilite--financer-ma-mobilite" }, Publics = new[] { "demandeurs-emploi", "jeunes" }, Commune = "46102" });
    }

    [Fact]
    public async Task Without_a_commune_it_asks_for_services_of_no_place()
    {
        var offer = new HeardOffer();

        var view = await new ShowConclusionHandler(offer, Diagnostics.Theme).Handle(
            new ShowConclusion(Diagnostics.Told("age=26&profil=autre&permis=code").WithPlace(Conversation.PassedBy), "sceau", "sans-commune"), CancellationToken.None);

        (view.Place, view.SealWithoutPlace).Should().Be((null, "sans-commune"));
        offer.Heard.Should().OnlyContain(query => query.Commune == null && query.Publics.Single() == "tous-publics");
    }

    [Fact]
    public async Task Brings_a_service_once_and_the_steps_in_the_order_of_their_days()
    {
        var offer = new HeardOffer { Services = 8 };
        var conversation = Diagnostics.Told("age=18-25&moyens=pied&lignes=non&permis=non&budget=rien").WithPlace("46102");

        var view = await new ShowConclusionHandler(offer, Diagnostics.Theme).Handle(new ShowConclusion(conversation, "sceau", "sans-commune"), CancellationToken.None);

        view.Steps.Select(step => step.On).Should().BeInAscendingOrder();
        view.Help.Should().HaveCountGreaterThan(2);
        view.Help.Take(2).SelectMany(help => help.Services.Select(service => service.Id)).Should().OnlyHaveUniqueItems();
        view.Help.Should().OnlyContain(help => help.Services.Count > 0, "what is known already is still better than nothing");
    }

    [Fact]
    public void Its_steps_go_into_a_calendar_that_a_client_reads_and_twice_changes_nothing()
    {
        var conversation = Diagnostics.Told("age=18-25&permis=code&moyens=pied&lignes=non");
        var steps = Conclusion.Of(conversation).Steps;

        var first = Calendar.Load(Reminders.Write(conversation, steps, DateTimeOffset.UnixEpoch))!;
        var second = Calendar.Load(Reminders.Write(conversation, steps, DateTimeOffset.UnixEpoch.AddDays(3)))!;

        first.Events.Select(each => each.Summary).Should().Equal(steps.Select(step => step.Step));
        first.Events.Should().OnlyContain(each => each.IsAllDay && each.Alarms.Count == 1);
        first.Events[0]!.Start!.Date.Should().Be(Today.AddDays(steps[0].Days));
        second.Events.Select(each => each.Uid).Should().Equal(first.Events.Select(each => each.Uid)).And.OnlyHaveUniqueItems();
        var neighbour = Diagnostics.Told("age=18-25&permis=code&moyens=pied&lignes=non");
        Calendar.Load(Reminders.Write(neighbour, steps, DateTimeOffset.UnixEpoch))!.Events.Select(each => each.Uid)
            .Should().NotIntersectWith(first.Events.Select(each => each.Uid), "a counsellor keeps the steps of several people, who may say the same");
    }

    [Fact]
    public async Task A_real_calendar_program_shows_the_steps_on_their_days()
    {
        var conversation = Diagnostics.Told("age=18-25&permis=code");

        var shown = await CalendarProgram.ShowAsync(Reminders.Write(conversation, Conclusion.Of(conversation).Steps, DateTimeOffset.UnixEpoch));

        shown.Should().Contain(line => line.StartsWith("01/12/2026") && line.Contains("Déposer une demande de bourse au permis"));
    }
}
