using System.Text;
using CsCheck;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Tests;

public class ReadWorkshopJsonTests
{
    private static readonly string Sound = Documents.ToJson(Documents.Sound);

    [Theory]
    [InlineData("", "", "Le fichier est vide : un objet JSON est attendu.")]
    [InlineData(" \r\n\t", "", "Le fichier est vide : un objet JSON est attendu.")]
    [InlineData("null", "$", "Ligne 1 : un objet est attendu, mais null est écrit.")]
    [InlineData("[]", "$", "Ligne 1 : un objet est attendu, mais un tableau est écrit.")]
    [InlineData("\"é\" x", "", "Ligne 1, colonne 5 : le JSON est mal formé ; vérifiez les virgules, les guillemets, les accolades et les crochets.")]
    [InlineData("{\n  \"theme\": \"é\",,\n}", "", "Ligne 2, colonne 16 : le JSON est mal formé ; vérifiez les virgules, les guillemets, les accolades et les crochets.")]
    [InlineData("{\n  \"theme\":", "", "Ligne 2, colonne 11 : le JSON est mal formé ; vérifiez les virgules, les guillemets, les accolades et les crochets.")]
    public void A_text_that_is_no_workshop_is_refused(string text, string path, string message) =>
        Faults(text).Should().Equal((path, message));

    [Theory]
    [InlineData("\"number\": 2", "\"number\": \"2\"", "$.number", "Ligne 3 : un nombre entier est attendu, mais « 2 » est écrit.")]
    [InlineData("\"number\": 2", "\"number\": 2.5", "$.number", "Ligne 3 : un nombre entier est attendu, mais 2.5 est écrit.")]
    [InlineData("\"number\": 2", "\"number\": 99999999999", "$.number", "Ligne 3 : un nombre entier est attendu, mais 99999999999 est écrit.")]
    [InlineData("\"number\": 2", "\"number\": true", "$.number", "Ligne 3 : un nombre entier est attendu, mais true est écrit.")]
    [InlineData("\"number\": 2", "\"number\": [2]", "$.number", "Ligne 3 : un nombre entier est attendu, mais un tableau est écrit.")]
    [InlineData("\"number\": 2,", "", "$", "Ligne 1 : la propriété « number » manque.")]
    [InlineData("\"number\": 2", "\"number\": 2, \"number\": 3", "$", "Ligne 3 : la propriété « number » est écrite plusieurs fois ; une fois est attendue.")]
    [InlineData("\"floor\": \"RDC\"", "\"floor\": \"RDC\", \"Étage\": {\"a\": [1]}", "$.room", "Ligne 7 : la propriété « Étage » est inconnue ; les propriétés attendues sont : name, floor.")]
    [InlineData("\"axis\":", "\"Axis\":", "$.plan[0]", null)]
    [InlineData("\"Permis financé\"", "null", "$.board[0].headings[0].notes[0]", "Ligne 55 : un texte est attendu, mais null est écrit.")]
    [InlineData("\"Permis financé\"", "{}", "$.board[0].headings[0].notes[0]", "Ligne 55 : un texte est attendu, mais un objet est écrit.")]
    [InlineData("\"Permis financé\"", "\"\\ud800\"", "$.board[0].headings[0].notes[0]", "Ligne 55 : un texte est attendu, mais un texte illisible est écrit.")]
    [InlineData("\"title\": \"Agir sur la mobilité\"", "\"title\": null", "$.title", "Ligne 4 : un texte est attendu, mais null est écrit.")]
    [InlineData("\"réussites\"", "\"reussites\"", "$.board[0].column", "Ligne 49 : un mot parmi « réussites », « forces », « freins », « obstacles » est attendu, mais « reussites » est écrit.")]
    [InlineData("\"réussites\"", "0", "$.board[0].column", "Ligne 49 : un mot parmi « réussites », « forces », « freins », « obstacles » est attendu, mais 0 est écrit.")]
    [InlineData("\"jeune\",\n      \"position\"", "\"Jeune\",\n      \"position\"", "$.witnesses[0].family", "Ligne 35 : un mot parmi « mission-locale », « partenaire », « jeune » est attendu, mais « Jeune » est écrit.")]
    [InlineData("\"suppléant\"", "\"chef\"", "$.team[2].role", "Ligne 27 : un mot parmi « animation », « appui », « rapporteur », « suppléant » est attendu, mais « chef » est écrit.")]
    public void A_fault_of_structure_is_told_with_its_line_and_path(string written, string instead, string path, string? message)
    {
        Sound.Should().Contain(written);

        var faults = Faults(Sound.Replace(written, instead, StringComparison.Ordinal));

        faults.Should().OnlyContain(fault => fault.Path == path);
        if (message is not null)
        {
            faults.Should().Equal((path, message));
        }
    }

    [Fact]
    public void Every_fault_of_structure_is_listed()
    {
        var faults = Faults(Sound.Replace("\"number\": 2", "\"number\": null, \"x\": 1", StringComparison.Ordinal)
            .Replace("\"jeunes\": 1", "\"jeunes\": 1.5", StringComparison.Ordinal));

        faults.Select(fault => fault.Path).Should().Equal("$.number", "$", "$.attendance.jeunes");
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Faults(new string('[', 100_000)).Should().ContainSingle()
            .Which.Message.Should().EndWith("les listes et les objets sont emboîtés trop profondément ; 64 niveaux au plus sont permis.");

    [Fact]
    public async Task A_file_above_60_megabytes_is_refused()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', 60_000_000) + "{"));

        var reading = await ReadWorkshopJson.ReadAsync(stream, CancellationToken.None);

        reading.Document.Should().BeNull();
        reading.Refusals.Single().Message.Should().Be("Le fichier dépasse 60\u00A0Mo, la plus grande taille permise.");
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused()
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(Sound));

        var reading = await ReadWorkshopJson.ReadAsync(stream, CancellationToken.None);

        reading.Refusals.Single().Message.Should().Be("Le fichier n'est pas écrit en UTF-8, le seul encodage attendu.");
    }

    [Fact]
    public async Task A_byte_order_mark_does_no_harm()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sound)]);

        var reading = await ReadWorkshopJson.ReadAsync(stream, CancellationToken.None);

        Documents.ToJson(reading.Document).Should().Be(Sound);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_and_never_breaks_the_reader()
    {
        var text = Seeds.Text("mobility").TrimEnd();

        for (var length = 0; length < text.Length; length += 7)
        {
            ReadWorkshopJson.Read(text[..length]).Refusals.Should().ContainSingle();
        }
    }

    [Fact]
    public void A_file_spoilt_anywhere_is_read_or_refused_with_a_known_reason()
    {
        var spoils = Gen.OneOf<string>([.. new[] { "", "\"", "{", "}", "[", "]", ",", ":", "null", "0", "-1", "1e3", "true", "\\", "\\u0000", "\\udc00", "x", "é", "\n", "\"\"", "{}", "[]" }.Select(text => Gen.Const(text))]);

        Gen.Select(Gen.Int[0, Sound.Length - 1], Gen.Int[0, 12], spoils).Sample(
            (at, length, spoil) =>
            {
                var text = Sound[..at] + spoil + Sound[Math.Min(at + length, Sound.Length)..];

                var reading = ReadWorkshopJson.Read(text);

                (reading.Document is null).Should().Be(reading.Refusals.Count > 0);
                reading.Refusals.Should().NotContain(refusal => refusal.Message.Contains(SeedReader.UnknownReason));
            },
            iter: 20_000);
    }

    [Fact]
    public void The_seminar_is_read_as_strictly()
    {
        var text = Seeds.SeminarText();

        ReadSeminarJson.Read(text).Document!.Themes.Should().Equal(Seeds.Keys);
        ReadSeminarJson.Read(text.Replace("10:45", "10h45", StringComparison.Ordinal)).Refusals.Single().Should().Be(new Contracts.Refusal(
            "$.method.start", "Ligne 28\u00A0: un horaire comme \"10:45\" est attendu, mais «\u00A010h45\u00A0» est écrit."));
    }

    private static List<(string Path, string Message)> Faults(string text)
    {
        var reading = ReadWorkshopJson.Read(text);
        reading.Document.Should().BeNull();
        return reading.Refusals.Select(refusal => (refusal.Path, refusal.Message.Replace('\u00A0', ' '))).ToList();
    }
}
