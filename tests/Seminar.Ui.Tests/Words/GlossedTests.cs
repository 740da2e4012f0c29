using System.Text.RegularExpressions;
using Bunit;

namespace Seminar.Ui.Tests.Words;

public sealed partial class GlossedTests : BunitContext
{
    /// <summary>Capitals of the seeds that are names, or too plain to explain, or of several meanings.</summary>
    private static readonly string[] LeftAsTheyAre = ["AMS", "ATRIUM", "CA", "CDI", "CV", "STT"];

    [Fact]
    public void An_acronym_is_marked_as_a_whole_word_only() =>
        Acronyms("Le CEJ, pas le CEJOU ni le SCEJ ; (RSA) et l'IAE.").Should().Equal("CEJ", "RSA", "IAE");

    [Fact]
    public void An_acronym_is_marked_once_in_a_text() =>
        Acronyms("Le CEJ et encore le CEJ.").Should().Equal("CEJ");

    [Fact]
    public void Nothing_of_the_text_is_lost()
    {
        const string text = "Non-cumul avec l'IAE : le CEJ, la PMSMP et l'E2C !";

        string.Concat(GlossedText.Cut(text).Select(part => part.Text)).Should().Be(Typography.Fix(text));
    }

    [Fact]
    public void Markup_in_a_text_stays_text()
    {
        var shown = Render<Glossed>(p => p.Add(c => c.Text, "<script>alert(1)</script> CEJ <b>"));

        shown.FindAll("script, b").Should().BeEmpty();
        shown.Markup.Should().Contain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    [Fact]
    public void An_acronym_leads_to_its_entry_and_says_its_meaning_to_those_who_listen()
    {
        var term = Render<Glossed>(p => p.Add(c => c.Text, "Le CEJ")).Find("a.term");

        term.GetAttribute("href").Should().Be("/glossaire#cej");
        term.TextContent.Should().Be("CEJ (Contrat d’engagement jeune)");
    }

    [Fact]
    public void Every_acronym_of_the_seeds_is_explained_or_left_on_purpose()
    {
        var found = typeof(GlossedTests).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("seeds.", StringComparison.Ordinal))
            .SelectMany(name => Capitals().Matches(Resources.Read(name)).Select(match => match.Value))
            .Distinct()
            .ToList();

        found.Should().HaveCountGreaterThan(15);
        found.Except(Glossary.Entries.Select(entry => entry.Acronym)).Except(LeftAsTheyAre).Should().BeEmpty();
    }

    [Fact]
    public void The_glossary_is_in_alphabetical_order_and_explains_each_acronym_once() =>
        Glossary.Entries.Select(entry => entry.Acronym).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);

    private static IEnumerable<string> Acronyms(string text) =>
        GlossedText.Cut(text).Where(part => part.Entry is not null).Select(part => part.Text);

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]+(?![\p{L}\p{N}])")]
    private static partial Regex Capitals();
}
