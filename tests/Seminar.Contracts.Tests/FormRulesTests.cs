using Seminar.Contracts.Pages;

namespace Seminar.Contracts.Tests;

public sealed class FormRulesTests
{
    private readonly FormRules _rules = new();

    [Fact]
    public void A_right_form_is_accepted_and_its_texts_are_trimmed()
    {
        var town = _rules.Text("town", "  Foix ", 100, "la commune");
        var day = _rules.Date("day", "2030-02-28");
        var seats = _rules.Number("seats", "12", 1, 20);
        var code = _rules.Departement("code", "2a");

        _rules.Outcome.Accepted.Should().BeTrue();
        (town, day, seats, code).Should().Be(("Foix", new DateOnly(2030, 2, 28), 12, "2A"));
    }

    [Theory]
    [InlineData(null, "Donnez la commune.")]
    [InlineData("   ", "Donnez la commune.")]
    [InlineData("Saint-Martin", "Donnez la commune en 10 caractères au plus")]
    [InlineData("Fo\u0000ix", "caractère invisible")]
    public void A_text_that_is_missing_too_long_or_strange_is_refused_in_words(string? value, string words)
    {
        _rules.Text("town", value, 10, "la commune");

        _rules.Outcome.Refusals.Should().ContainSingle().Which.Should().Match<Refusal>(refusal => refusal.Path == "town" && refusal.Message.Contains(words));
    }

    [Theory]
    [InlineData("2030-02-30")]
    [InlineData("28/02/2030")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_day_is_refused(string? value)
    {
        _rules.Date("day", value);

        _rules.Outcome.Accepted.Should().BeFalse();
    }

    [Theory]
    [InlineData("0027-01-12")]
    [InlineData("1999-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("9999-12-31")]
    public void A_year_that_is_mistyped_is_refused_with_the_years_that_can_be(string value)
    {
        _rules.Date("day", value);

        _rules.Outcome.Refusals.Single().Message.Should().Be("Donnez une date entre 2000 et 2100.");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("21")]
    [InlineData("-3")]
    [InlineData("3,5")]
    [InlineData("99999999999")]
    [InlineData("douze")]
    public void What_is_no_number_within_bounds_is_refused_with_the_bounds(string value)
    {
        _rules.Number("seats", value, 1, 20);

        _rules.Outcome.Refusals.Single().Message.Should().Contain("de 1 à 20");
    }

    [Theory]
    [InlineData("01", true)]
    [InlineData("19", true)]
    [InlineData("95", true)]
    [InlineData("2B", true)]
    [InlineData("974", true)]
    [InlineData("20", false)]
    [InlineData("96", false)]
    [InlineData("00", false)]
    [InlineData("1", false)]
    [InlineData("990", false)]
    public void A_departement_is_known_by_its_code(string code, bool accepted)
    {
        _rules.Departement("code", code);

        _rules.Outcome.Accepted.Should().Be(accepted);
    }

    [Theory]
    [InlineData("https://exemple.fr/outil", true)]
    [InlineData("http://exemple.fr", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https:\\\\exemple.fr", false)]
    [InlineData("https://moi:secret@exemple.fr", false)]
    [InlineData("exemple.fr", false)]
    public void A_web_address_is_whole_and_safe(string address, bool accepted)
    {
        _rules.WebAddress("address", address);

        _rules.Outcome.Accepted.Should().Be(accepted);
    }

    [Fact]
    public void A_choice_is_one_of_those_offered()
    {
        _rules.OneOf("kind", "autre", [("sport", "Sport"), ("culture", "Culture")]);

        _rules.Outcome.Refusals.Single().Message.Should().Contain("Sport, Culture");
    }

    [Theory]
    [InlineData("https://ailleurs.example")]
    [InlineData("//ailleurs.example")]
    [InlineData("ateliers")]
    public void No_answer_sends_a_browser_to_another_site(string address) =>
        FluentActions.Invoking(() => PageResults.SeeOther(address)).Should().Throw<ArgumentException>();
}
