using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Seminar.Contracts.Workshops;
using Seminar.Reports.Formats;
using Seminar.Reports.Model;
using Seminar.Reports.Outline;
using Seminar.Reports.PastBilan;

namespace Seminar.Reports.Tests.PastBilan;

/// <summary>A bilan of the past, from Word, Markdown or plain text: what is recognised, what is not, and what is refused.</summary>
public sealed class A_past_bilan
{
    private const string Text =
        """
        Rencontres professionnelles
        Atelier n° 2 – Agir sur la mobilité des jeunes

        Contexte et questions
        Être mobile ne se résume pas à se déplacer.
        • Quelles réponses existent ?

        Équipe
        Animation	Directeur	Mission Locale du Gard	Gard (30)
        Rapporteur	Directrice	Mission Locale du Biterrois	Hérault

        Participants
        29 Missions Locales
        24 partenaires
        1 jeune
        Total annoncé : 53

        Les réussites
        1 – Les aides existantes
        - Permis financé par la Région
        - Auto-écoles sociales
        Les freins identifiés
        1 - Des disparités
        De grandes différences d’un territoire à l’autre.
        - Tous les besoins ne sont pas couverts
        Propositions de plan d’action
        Axe 1 : Agir sur les équipes
        - Professionnaliser les CIP.
        Citations
        « Une expérience géniale. »
        Un jeune

        Atelier 3 Orientation
        Forces
        - Des conseillers formés
        Remerciements à la mairie
        """;

    public static TheoryData<string> Formats => ["md", "docx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task That_was_exported_comes_back_whole(string format)
    {
        var file = await ReportFormats.Find(format)!.WriteAsync(BilanOutline.Write(Sample.Whole));

        var read = ReadPastBilan.Read($"bilan.{format}", file);

        read.Refusal.Should().BeNull();
        read.Workshops.Should().HaveCount(8);
        foreach (var (recognised, chapter) in read.Workshops.Zip(Sample.Chapters))
        {
            Shown(recognised.Document).Should().Be(Shown(chapter.Content.Workshop with { Theme = "" }));
        }

        Shown(read.Synthesis!).Should().Be(Shown(Sample.Seminar.Synthesis!));
        read.Unrecognised.Select(line => line.Text).Should().OnlyContain(text => !text.Contains("réussite", StringComparison.OrdinalIgnoreCase)).And.HaveCountLessThan(10, "the cover");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Of_one_workshop_comes_back_whole(string format)
    {
        var read = ReadPastBilan.Read($"bilan.{format}", await ReportFormats.Find(format)!.WriteAsync(BilanOutline.Write(Sample.Of(Sample.Workshop("engagement")))));

        Shown(read.Workshops.Should().ContainSingle().Subject.Document).Should().Be(Shown(Sample.Workshop("engagement") with { Theme = "" }));
    }

    [Fact]
    public void In_plain_text_is_recognised_and_says_what_was_not()
    {
        var read = ReadPastBilan.Read("bilan.txt", Encoding.UTF8.GetBytes(Text));

        read.Refusal.Should().BeNull();
        read.Workshops.Should().HaveCount(2);
        var first = read.Workshops[0].Document;
        (first.Number, first.Title, first.Context).Should().Be((2, "Agir sur la mobilité des jeunes", "Être mobile ne se résume pas à se déplacer."));
        first.Questions.Should().Equal("Quelles réponses existent ?");
        first.Team.Should().Equal(new TeamMember(TeamRole.Facilitator, "Directeur", "Mission Locale du Gard", "30"), new TeamMember(TeamRole.Rapporteur, "Directrice", "Mission Locale du Biterrois", "34"));
        first.Attendance.Should().Be(new Attendance(1, 24, 29, 53));
        first.Board.Select(column => column.Column).Should().Equal(Column.Success, Column.Brake);
        first.Board[0].Headings.Single().Should().BeEquivalentTo(new Heading("Les aides existantes", null, ["Permis financé par la Région", "Auto-écoles sociales"]));
        first.Board[1].Headings.Single().Intro.Should().Be("De grandes différences d’un territoire à l’autre.");
        first.Plan.Single().Should().BeEquivalentTo(new Axis("Agir sur les équipes", ["Professionnaliser les CIP."]));
        first.Quotes.Should().Equal(new Quote("jeune", "Une expérience géniale."));
        read.Workshops[1].Document.Board.Single().Headings.Single().Should().BeEquivalentTo(new Heading("Notes", null, ["Des conseillers formés"]), "notes without a heading get one; what follows introduces nothing");
        read.Unrecognised.Select(line => line.Text).Should().Equal("Rencontres professionnelles", "Remerciements à la mairie");
    }

    [Fact]
    public void In_an_old_encoding_keeps_its_accents() =>
        ReadPastBilan.Read("bilan.txt", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text)).Workshops[0].Document.Title.Should().Be("Agir sur la mobilité des jeunes");

    [Theory]
    [InlineData("bilan.txt", "Une liste de courses\n- du pain", "Aucun atelier n’a été reconnu")]
    [InlineData("bilan.txt", "", "Aucun atelier n’a été reconnu")]
    [InlineData("bilan.pdf", "%PDF-1.7\0\0", "ni un document Word")]
    [InlineData("bilan.docx", "PK\u0003\u0004abîmé", "abîmé")]
    public void That_is_something_else_is_refused(string name, string content, string words) =>
        ReadPastBilan.Read(name, Encoding.UTF8.GetBytes(content)).Refusal.Should().Contain(words);

    [Fact]
    public async Task With_a_trap_is_refused()
    {
        var sound = await ReportFormats.Find("docx")!.WriteAsync(BilanOutline.Write(Sample.Of(Sample.Workshop("mobility"))));

        RefusalOf(With(sound, "word/vbaProject.bin", [1])).Should().Contain("macros");
        RefusalOf(With(sound, "word/media/bombe.xml", new byte[150 * 1024 * 1024])).Should().Contain("trop gros une fois déplié");
        RefusalOf(With(sound, "word/autre.xml", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"u8.ToArray())).Should().Contain("définition de document");
        ReadPastBilan.Read("bilan.txt", new byte[11 * 1024 * 1024]).Refusal.Should().Contain("trop gros");
    }

    [Fact]
    public void Markdown_nested_without_end_is_read_in_time() =>
        ReadPastBilan.Read("bilan.md", Encoding.UTF8.GetBytes(new string('>', 50_000) + "\n\n## Réussites\n\n- une note\n")).Should().NotBeNull();

    private static string? RefusalOf(byte[] file) => ReadPastBilan.Read("bilan.docx", file).Refusal;

    private static byte[] With(byte[] file, string part, byte[] content)
    {
        using var copy = new MemoryStream();
        copy.Write(file);
        using (var package = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = package.CreateEntry(part).Open();
            entry.Write(content);
        }

        return copy.ToArray();
    }

    /// <summary>As a reader sees it: an export has set apostrophes, and witnesses by family.</summary>
    private static string Shown(WorkshopDocument document) =>
        JsonSerializer.Serialize(document with { Witnesses = [.. document.Witnesses.OrderBy(witness => witness.Family)] }, SeedJson.Options).Replace('’', '\'');

    private static string Shown(TransversalSynthesis synthesis) => JsonSerializer.Serialize(synthesis, JsonSerializerOptions.Web).Replace('’', '\'').Replace("\\u2019", "\\u0027", StringComparison.Ordinal);
}
