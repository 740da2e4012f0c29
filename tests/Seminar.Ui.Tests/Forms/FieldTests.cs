using Bunit;
using Seminar.Contracts;

namespace Seminar.Ui.Tests.Forms;

public sealed class FieldTests : BunitContext
{
    [Fact]
    public void A_refused_field_is_tied_to_its_label_its_hint_and_its_error()
    {
        var field = Render<TextField>(p => p
            .Add(c => c.Label, "Code").Add(c => c.Name, "code").Add(c => c.Value, "AB\"C").Add(c => c.Required, true)
            .Add(c => c.Hint, "Six lettres.").Add(c => c.Error, "Le code compte six lettres."));

        var input = field.Find("input");
        input.GetAttribute("value").Should().Be("AB\"C");
        input.GetAttribute("aria-invalid").Should().Be("true");
        input.GetAttribute("aria-describedby").Should().Be("field-code-hint field-code-error");
        field.Find("label").GetAttribute("for").Should().Be(input.Id);
        field.Find("#field-code-error").TextContent.Should().Contain("Le code compte six lettres.");
        field.Markup.Should().NotContain("facultatif");
    }

    [Fact]
    public void A_field_that_may_stay_empty_says_so_and_is_not_marked_invalid()
    {
        var field = Render<DateField>(p => p.Add(c => c.Label, "Date").Add(c => c.Name, "date"));

        field.Find("label").TextContent.Should().Be("Date\u00A0(facultatif)");
        field.Find("input").HasAttribute("aria-invalid").Should().BeFalse();
        field.Find("input").HasAttribute("aria-describedby").Should().BeFalse();
    }

    [Fact]
    public void Each_refusal_leads_to_its_field_and_one_about_the_whole_leads_nowhere()
    {
        var summary = Render<ErrorSummary>(p => p.Add(c => c.Refusals, [new Refusal("titre", "Le titre manque."), new Refusal("", "La séance est close.")]));

        summary.Find("[role=alert]").TextContent.Should().Contain("2\u00A0points sont à corriger");
        summary.FindAll("li").Select(item => item.TextContent).Should().Equal("Le titre manque.", "La séance est close.");
        summary.FindAll("li a").Select(link => link.GetAttribute("href")).Should().Equal("#field-titre");
    }

    [Fact]
    public void Nothing_refused_nothing_shown() =>
        Render<ErrorSummary>(p => p.Add(c => c.Refusals, [])).Markup.Trim().Should().BeEmpty();
}
