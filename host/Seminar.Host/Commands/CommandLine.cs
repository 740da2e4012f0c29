using System.CommandLine;
using Seminar.Host.Startup;

namespace Seminar.Host.Commands;

/// <summary>The program's commands. Without one, it serves.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = new("--data") { Description = "Dossier de données (ou la variable SEMINAR_DATA ; par défaut ./data).", Recursive = true };
    private static readonly Option<string?> Themes = new("--themes") { Description = "Dossier des thématiques (ou SEMINAR_THEMES ; par défaut celui du programme).", Recursive = true };
    private static readonly Option<bool> Empty = new("--empty") { Description = "Au premier démarrage, ouvrir un séminaire vide au lieu des données d’exemple." };
    private static readonly Option<bool> Safe = new("--safe") { Description = "Ne démarrer que les versions de thématiques qui ont déjà bien démarré ici." };

    public static Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Seminar : séminaires professionnels d’un réseau et de ses partenaires. Sans commande, sert les pages.")
        {
            Data, Themes, Empty, Safe,
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancel) => ServeCommand.RunAsync(Options(parsed), cancel));
        root.Subcommands.Add(ThemesCommand());
        root.Subcommands.Add(BackupCommand());
        root.Subcommands.Add(RestoreCommand());
        root.Subcommands.Add(ImportCommand());
        root.Subcommands.Add(ReportCommand());
        root.Subcommands.Add(SynthesisCommand());
        root.Subcommands.Add(DirectoryCommand());
        root.Subcommands.Add(AccessCommand());
        return root.Parse(arguments).InvokeAsync();
    }

    private static Command ThemesCommand()
    {
        var key = new Argument<string>("clé") { Description = "Clé de la thématique." };
        var list = new Command("list", "Liste les thématiques avec leur version et leur état.");
        list.SetAction((parsed, cancel) => ThemeCommands.ListAsync(Options(parsed), cancel));
        var enable = new Command("enable", "Active une thématique, aussitôt.") { key };
        enable.SetAction((parsed, cancel) => ThemeCommands.SwitchAsync(Options(parsed), parsed.GetRequiredValue(key), true, cancel));
        var disable = new Command("disable", "Désactive une thématique, aussitôt ; ses données sont gardées.") { key };
        disable.SetAction((parsed, cancel) => ThemeCommands.SwitchAsync(Options(parsed), parsed.GetRequiredValue(key), false, cancel));
        var version = new Argument<string>("version") { Description = "Version à garder, comme 1.2.0." };
        var pin = new Command("pin", "Épingle une version d’une thématique, aussitôt si elle démarre ; sinon rien ne change.") { key, version };
        pin.SetAction((parsed, cancel) => ThemeCommands.PinAsync(Options(parsed), parsed.GetRequiredValue(key), parsed.GetRequiredValue(version), cancel));
        var unpin = new Command("unpin", "Retire l’épingle : la version la plus récente sert de nouveau.") { key };
        unpin.SetAction((parsed, cancel) => ThemeCommands.PinAsync(Options(parsed), parsed.GetRequiredValue(key), null, cancel));
        return new Command("themes", "Voir, activer, désactiver et épingler les thématiques.") { list, enable, disable, pin, unpin };
    }

    private static Command BackupCommand()
    {
        var module = new Option<string?>("--module") { Description = "Clé du module ; tous par défaut." };
        var target = new Option<string?>("--out") { Description = "Dossier où copier la sauvegarde." };
        var command = new Command("backup", "Sauvegarde un module ou tous, même pendant le service.") { module, target };
        command.SetAction((parsed, cancel) => BackupCommands.BackupAsync(Options(parsed), parsed.GetValue(module), parsed.GetValue(target), cancel));
        return command;
    }

    private static Command RestoreCommand()
    {
        var source = new Argument<string>("source") { Description = "Un fichier de sauvegarde, ou le dossier d’une sauvegarde." };
        var module = new Option<string?>("--module") { Description = "Clé du module ; par défaut le nom du fichier, ou tous ceux du dossier." };
        var command = new Command("restore", "Remet une sauvegarde, même pendant le service. Le contenu présent est sauvegardé d’abord.") { source, module };
        command.SetAction((parsed, cancel) => BackupCommands.RestoreAsync(Options(parsed), parsed.GetRequiredValue(source), parsed.GetValue(module), cancel));
        return command;
    }

    private static Command ImportCommand()
    {
        var file = new Argument<string>("fichier") { Description = "Un atelier ou un séminaire, au format des fichiers d’exemple." };
        var command = new Command("import", "Importe un atelier ou un séminaire : tout ou rien.") { file };
        command.SetAction((parsed, cancel) => ImportCommands.ImportAsync(Options(parsed), parsed.GetRequiredValue(file), cancel));
        return command;
    }

    private static Command SynthesisCommand()
    {
        var format = new Option<string>("--format") { Description = "json, ou md pour la lire.", DefaultValueFactory = _ => "md" };
        var target = new Option<string?>("--out") { Description = "Fichier à écrire ; par défaut, la sortie du programme." };
        var command = new Command("synthesis", "Donne la synthèse transversale, même pendant le service.") { format, target };
        command.SetAction((parsed, cancel) => SynthesisCommands.WriteAsync(Options(parsed), parsed.GetRequiredValue(format), parsed.GetValue(target), cancel));
        return command;
    }

    private static Command ReportCommand()
    {
        var theme = new Option<string?>("--theme") { Description = "Clé de la thématique dont on veut le bilan." };
        var all = new Option<bool>("--all") { Description = "Tout le séminaire." };
        var format = new Option<string>("--format") { Description = "Le bilan en html, docx, odt ou md ; les données en xlsx, csv ou json.", DefaultValueFactory = _ => "docx" };
        var target = new Option<string?>("--out") { Description = "Fichier à écrire ; par défaut, un nom qui dit ce que c’est, dans le dossier courant." };
        var command = new Command("report", "Écrit le bilan d’un atelier ou du séminaire, ou leurs données, même pendant le service.") { theme, all, format, target };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == (result.GetValue(theme) is not null))
            {
                result.AddError("Donnez --theme CLÉ, ou --all pour tout le séminaire.");
            }
        });
        command.SetAction((parsed, cancel) => ReportCommands.WriteAsync(Options(parsed), parsed.GetValue(theme), parsed.GetRequiredValue(format), parsed.GetValue(target), cancel));
        return command;
    }

    private static Command DirectoryCommand()
    {
        var file = new Argument<string>("fichier") { Description = "Une liste au format data·inclusion : JSON, CSV, GeoJSON ou classeur du valideur." };
        var source = new Option<string?>("--source") { Description = "Le producteur, pour les fiches qui ne le disent pas." };
        var proposals = new Option<bool>("--take-proposals") { Description = "Prendre les valeurs proposées à la place des valeurs fausses." };
        var complete = new Option<bool>("--complete") { Description = "Le fichier est tout ce que ses sources ont : leurs autres fiches sont retirées." };
        var import = new Command("import", "Importe des structures et des services ; une fiche connue est mise à jour.") { file, source, proposals, complete };
        import.SetAction((parsed, cancel) => DirectoryCommands.ImportAsync(Options(parsed), new DirectoryImport(parsed.GetRequiredValue(file), parsed.GetValue(source), parsed.GetValue(proposals), parsed.GetValue(complete)), cancel));
        var target = new Argument<string>("fichier") { Description = "Le fichier à écrire : .json, .csv, .xlsx, .geojson ou .vcf." };
        var structures = new Option<bool>("--structures") { Description = "Les structures plutôt que les services." };
        var export = new Command("export", "Écrit tous les services, ou toutes les structures.") { target, structures };
        export.SetAction((parsed, cancel) => DirectoryCommands.ExportAsync(Options(parsed), parsed.GetRequiredValue(target), parsed.GetValue(structures), cancel));
        return new Command("directory", "Importer et exporter l’annuaire de l’offre, même pendant le service.") { import, export };
    }

    private static Command AccessCommand()
    {
        var command = new Command("access", "Affiche la clé des programmes, et un lien à usage unique qui crée un administrateur.");
        command.SetAction((parsed, cancel) => AccessCommands.ShowAsync(Options(parsed), cancel));
        return command;
    }

    private static SeminarOptions Options(ParseResult parsed) => SeminarOptions.From(
        parsed.GetValue(Data), parsed.GetValue(Themes), parsed.GetValue(Empty), parsed.GetValue(Safe), [.. parsed.UnmatchedTokens]);
}
