using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Seminar.Host.Tests.Synthesis;

/// <summary>The program proposes, a person decides; what was decided stays, and each sentence keeps its evidence.</summary>
public sealed partial class Deciding_and_writing : IAsyncLifetime
{
    private const string Mobility = "/synthese/sujets/mobilite-et-transports";
    private const string Desk = "/synthese/ecrire";

    private readonly Workspace _workspace = new();
    private HostInside _host = null!;
    private Browser _coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await HostInside.StartAsync(_workspace.Data);
        _coordinator = new Browser(_host.Anonymous.BaseAddress!);
        using var created = await _coordinator.CreateFirstAccountAsync(_host.FirstAccount);
    }

    [Fact]
    public async Task A_topic_is_renamed_accepted_and_set_aside()
    {
        await DecideAsync(Mobility, 0, ("geste", "renommer"), ("intitule", "Se déplacer"));
        (await TopicAsync("mobilite-et-transports"))!["label"]!.GetValue<string>().Should().Be("Se déplacer");
        (await TopicAsync("mobilite-et-transports"))!["state"]!.GetValue<string>().Should().Be("accepted");
        PageText.Of(await _host.Anonymous.GetStringAsync(Mobility)).Should().Contain("le lexique, sous l’intitulé « Mobilité et transports »");

        await DecideAsync("/synthese/sujets/ateliers-et-animations", 0, ("geste", "ecarter"));
        (await TopicAsync("ateliers-et-animations")).Should().BeNull();
        await DecideAsync("/synthese/sujets/ateliers-et-animations", 1, ("geste", "reprendre"));
        (await TopicAsync("ateliers-et-animations")).Should().NotBeNull();
    }

    [Fact]
    public async Task Two_who_decide_at_once_do_not_undo_each_other_unknowingly()
    {
        await DecideAsync(Mobility, 0, ("geste", "accepter"));

        using var late = await _coordinator.SendAsync(Mobility, Mobility, ("version", "0"), ("geste", "ecarter"));

        late.StatusCode.Should().Be(HttpStatusCode.Conflict);
        PageText.Of(await late.Content.ReadAsStringAsync()).Should().Contain("Quelqu’un vient de décider autre chose").And.Contain("accepté par l’équipe");
    }

    [Fact]
    public async Task Two_topics_are_merged_and_separated_again()
    {
        var before = Texts(await TopicAsync("mobilite-et-transports"));
        await DecideAsync("/synthese/sujets/logement-et-hebergement", 0, ("geste", "reunir"), ("avec", "mobilite-et-transports"));

        Texts(await TopicAsync("mobilite-et-transports")).Should().Contain(before).And.Contain("Difficultés de logement");
        (await TopicAsync("logement-et-hebergement")).Should().BeNull();
        (await _coordinator.Client.GetAsync("/synthese/sujets/logement-et-hebergement")).Headers.Location!.OriginalString.Should().Be(Mobility, "it leads on");

        await DecideAsync(Mobility, 1, ("geste", "separer"), ("avec", "logement-et-hebergement"));
        Texts(await TopicAsync("mobilite-et-transports")).Should().Equal(before);
        Texts(await TopicAsync("logement-et-hebergement")).Should().Contain("Difficultés de logement");
    }

    [Fact]
    public async Task Notes_are_taken_out_moved_and_split_off()
    {
        var (permit, rental, bus) = (await NoteAsync("Absence du permis de conduire"), await NoteAsync("Location de véhicules et covoiturage."), await NoteAsync("Transports dans des lieux éloignés des villes"));
        await DecideAsync(Mobility, 0, ("geste", "retirer"), ("note", permit));
        await DecideAsync(Mobility, 1, ("geste", "deplacer"), ("note", rental), ("avec", "outils-partages-et-equipements"));
        using var split = await _coordinator.SendAsync(Mobility, Mobility, ("version", "2"), ("geste", "detacher"), ("note", bus), ("intitule", "Les bus"));
        split.StatusCode.Should().Be(HttpStatusCode.SeeOther);

        var left = Texts(await TopicAsync("mobilite-et-transports"));
        left.Should().NotContain("Absence du permis de conduire").And.NotContain("Location de véhicules et covoiturage.").And.NotContain("Transports dans des lieux éloignés des villes");
        Texts(await TopicAsync("outils-partages-et-equipements")).Should().Contain("Location de véhicules et covoiturage.");
        Texts(await TopicAsync(split.Headers.Location!.OriginalString.Split('/')[^1])).Should().Equal("Transports dans des lieux éloignés des villes");
    }

    [Fact]
    public async Task A_note_that_comes_later_joins_what_was_decided_and_is_shown()
    {
        await DecideAsync(Mobility, 0, ("geste", "renommer"), ("intitule", "Se déplacer"));
        await AddNoteAsync("rupture", "Aucun bus pour venir à la permanence");

        (await TopicAsync("mobilite-et-transports"))!["label"]!.GetValue<string>().Should().Be("Se déplacer");
        PageText.Of(await _coordinator.Client.GetStringAsync(Mobility)).Should().Contain("Depuis la dernière décision").And.Contain("Arrivée : Aucun bus pour venir à la permanence");
        await DecideAsync(Mobility, 1, ("geste", "vu"));
        PageText.Of(await _coordinator.Client.GetStringAsync(Mobility)).Should().NotContain("Depuis la dernière décision").And.Contain("Aucun bus pour venir à la permanence");
    }

    [Theory]
    [InlineData("geste=inconnu", "Choisissez ce qu’il faut faire")]
    [InlineData("geste=renommer&intitule=", "Écrivez un intitulé")]
    [InlineData("geste=reunir&avec=mobilite-et-transports", "Choisissez un autre sujet")]
    [InlineData("geste=reunir&avec=inconnu", "Choisissez un autre sujet")]
    [InlineData("geste=retirer", "Choisissez au moins une note")]
    [InlineData("geste=retirer&note=mobility/inconnue", "n’est plus ici")]
    public async Task A_gesture_that_makes_no_sense_is_refused_in_plain_French(string fields, string reason)
    {
        using var answer = await _coordinator.SendAsync(Mobility, Mobility, [("version", "0"), .. fields.Split('&').Select(field => (field.Split('=')[0], field.Split('=')[1]))]);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        PageText.Of(await answer.Content.ReadAsStringAsync()).Should().Contain(reason);
        (await TopicAsync("mobilite-et-transports"))!["state"]!.GetValue<string>().Should().Be("proposed");
    }

    [Fact]
    public async Task A_sentence_from_a_pair_keeps_its_notes_through_rewriting_and_into_the_bilan()
    {
        await WriteAsync(("geste", "ligne"), ("sujet", "mobilite-et-transports"), ("plus", "On sait aider à passer le permis."), ("moins", "Bouger reste difficile à la campagne."));
        var row = (await ReadAsync())["written"]!["rows"]!.AsArray()[^1]!;
        row["minus"]!["evidence"]!.AsArray().Select(item => item!["text"]!.GetValue<string>()).Should().Contain("Absence du permis de conduire").And.NotContain("Auto-écoles sociales et solidaires");

        await WriteAsync(("geste", "changer-ligne"), ("numero", "5"), ("plus", "On sait financer et préparer le permis."), ("moins", "Bouger reste difficile à la campagne."));

        row = (await ReadAsync())["written"]!["rows"]!.AsArray()[^1]!;
        row["plus"]!["text"]!.GetValue<string>().Should().Be("On sait financer et préparer le permis.");
        row["plus"]!["evidence"]!.AsArray().Should().NotBeEmpty();
        (await _host.Anonymous.GetStringAsync("/bilan.md")).Should().Contain("On sait financer et préparer le permis.").And.Contain("Absence du permis de conduire (Orientation, obstacle)");
    }

    [Fact]
    public async Task A_sentence_without_evidence_says_so_until_notes_are_attached()
    {
        const string Sentence = "Des entreprises exigeantes.";
        await WriteAsync(("geste", "citer"), ("phrase", Sentence), ("sujet", "sujet:exigences-des-entreprises-et-decalage-avec-les-profils"));
        var evidence = Minus(await ReadAsync(), Sentence);
        evidence.Should().Contain("Manque de flexibilité des entreprises").And.HaveCountGreaterThan(4);

        var note = await NoteAsync("Manque de flexibilité des entreprises");
        await WriteAsync(("geste", "decrocher"), ("phrase", Sentence), ("note", note));

        Minus(await ReadAsync(), Sentence).Should().NotContain("Manque de flexibilité des entreprises").And.HaveCount(evidence.Count - 1);
    }

    [Fact]
    public async Task A_note_that_was_cited_and_is_gone_stays_quoted()
    {
        await WriteAsync(("geste", "ligne"), ("sujet", "mobilite-et-transports"), ("plus", "On sait aider."), ("moins", "Bouger reste difficile."));
        await ChangeAsync("guidance", workshop => workshop["board"]!.AsArray().SelectMany(column => column!["headings"]!.AsArray())
            .Select(heading => heading!["notes"]!.AsArray()).ToList().ForEach(notes => notes.Where(note => note!.GetValue<string>() == "Absence du permis de conduire").ToList().ForEach(note => notes.Remove(note))));

        PageText.Of(await _host.Anonymous.GetStringAsync("/synthese")).Should().Contain("changées, retirées").And.Contain("Absence du permis de conduire");
        var kept = (await ReadAsync())["written"]!["rows"]!.AsArray()[^1]!["minus"]!["evidence"]!.AsArray().Select(item => item!["text"]!.GetValue<string>());
        kept.Should().Contain("Problèmes de mobilité géographique et psychologique", "the workshop came in again, its other notes are recognised by their text");
    }

    [Fact]
    public async Task Nobody_overwrites_the_synthesis_and_what_was_typed_is_kept()
    {
        var version = Version().Match(await _coordinator.Client.GetStringAsync(Desk)).Groups[1].Value;
        await WriteAsync(("geste", "axe"), ("texte", "Se revoir dans six mois."));

        using var late = await _coordinator.SendAsync(Desk, Desk, ("version", version), ("geste", "changer-axe"), ("numero", "0"), ("texte", "Mon autre texte."));

        late.StatusCode.Should().Be(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()).Should().Contain("Rien n’a été remplacé").And.Contain(">Mon autre texte.</textarea>").And.Contain("Se revoir dans six mois.");
        using var empty = await _coordinator.SendAsync(Desk, Desk, ("version", VersionOf(await _coordinator.Client.GetStringAsync(Desk))), ("geste", "ligne"), ("plus", "Seul"), ("moins", " "));
        empty.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync()).Should().Contain("pour une ligne, les deux côtés").And.Contain(">Seul</textarea>");
    }

    [Fact]
    public async Task The_data_keep_the_seed_format_whatever_is_written()
    {
        await WriteAsync(("geste", "retirer-ligne"), ("numero", "0"));
        await WriteAsync(("geste", "axe"), ("texte", "Se revoir dans six mois."));

        var seminar = JsonNode.Parse(await _host.Anonymous.GetStringAsync("/api/seminar"))!["synthesis"]!;

        seminar["rows"]!.AsArray().Should().HaveCount(4);
        seminar["plus"]!.AsArray().Select(text => text!.GetValue<string>()).Should().NotContain("Des solutions nombreuses, effectivement mobilisées.");
        seminar["axes"]!.AsArray()[^1]!.GetValue<string>().Should().Be("Se revoir dans six mois.");
    }

    public async ValueTask DisposeAsync()
    {
        _coordinator.Dispose();
        await _host.DisposeAsync();
        _workspace.Dispose();
    }

    private async Task DecideAsync(string page, int version, params (string Name, string Value)[] fields)
    {
        using var answer = await _coordinator.SendAsync(page, page, [("version", $"{version}"), .. fields]);
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther, PageText.Of(await answer.Content.ReadAsStringAsync()));
    }

    private async Task WriteAsync(params (string Name, string Value)[] fields)
    {
        using var answer = await _coordinator.SendAsync(Desk, Desk, [("version", VersionOf(await _coordinator.Client.GetStringAsync(Desk))), .. fields]);
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther, PageText.Of(await answer.Content.ReadAsStringAsync()));
    }

    private Task AddNoteAsync(string theme, string note) => ChangeAsync(theme, workshop => workshop["board"]![2]!["headings"]![0]!["notes"]!.AsArray().Add(note));

    private async Task ChangeAsync(string theme, Action<JsonNode> change)
    {
        var workshop = JsonNode.Parse(await _host.Anonymous.GetStringAsync($"/api/workshops/{theme}"))!;
        change(workshop);
        using var body = new StringContent(workshop.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        (await _host.Administrator.PutAsync($"/api/workshops/{theme}", body)).StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    /// <summary>As the page's box names it.</summary>
    private async Task<string> NoteAsync(string text)
    {
        foreach (var page in new[] { Mobility, "/synthese/sujets/exigences-des-entreprises-et-decalage-avec-les-profils" })
        {
            var box = Box().Matches(WebUtility.HtmlDecode(await _coordinator.Client.GetStringAsync(page))).FirstOrDefault(match => match.Groups[2].Value.Trim() == text);
            if (box is not null)
            {
                return box.Groups[1].Value;
            }
        }

        throw new InvalidOperationException(text);
    }

    private async Task<JsonNode?> TopicAsync(string key) => (await ReadAsync())["topics"]!.AsArray().SingleOrDefault(topic => topic!["key"]!.GetValue<string>() == key);

    private async Task<JsonNode> ReadAsync() => JsonNode.Parse(await _host.Anonymous.GetStringAsync("/api/synthesis"))!;

    private static List<string> Texts(JsonNode? part) => [.. part!["items"]!.AsArray().Select(item => item!["text"]!.GetValue<string>())];

    private static List<string> Minus(JsonNode synthesis, string sentence) => [.. synthesis["written"]!["rows"]!.AsArray().Select(row => row!["minus"]!)
        .Single(minus => minus["text"]!.GetValue<string>() == sentence)["evidence"]!.AsArray().Select(item => item!["text"]!.GetValue<string>())];

    private static string VersionOf(string page) => Version().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"version\" value=\"([^\"]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("name=\"note\" value=\"([^\"]+)\"[^>]*> <span>([^<]+)<")]
    private static partial Regex Box();
}
