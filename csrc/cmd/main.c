/* The command `stdaily`: its subcommands, options and help. */
#include <getopt.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/commands.h"
#include "cmd/output.h"

typedef struct command {
    const char *name;
    const char *args; /* as the help shows them */
    int n_args;
    const char *help;
    int (*run)(stdaily_archive *archive, const options *o);
    bool json, limit; /* takes these options */
} command;

static const command commands[] = {
    {"index", "DIR", 1, "read what is new or changed, and count", command_index, false, false},
    {"articles", "DIR", 1, "list all articles, newest issue first", command_articles, true, false},
    {"show", "DIR ARTICLE", 2, "print an article, named by key or headline", command_show, true, false},
    {"match", "DIR QUERY", 2, "find headlines, fuzzily", command_match, true, true},
    {"search", "DIR QUERY", 2, "find words in the articles", command_search, true, true},
    {"links", "DIR", 1, "list all jump lines and teasers with what they lead to", command_links, true, false},
    {"info", "DIR", 1, "count pages, articles and links", command_info, true, false},
    {"messages", "DIR", 1, "list the files that could not be read", command_messages, true, false},
    {"dump", "DIR", 1, "print all pages as JSON Lines", command_dump, false, false},
};
enum { N_COMMANDS = sizeof commands / sizeof *commands };

static const char common_options[] =
    "  --cache DIR   keep the index there (default: $XDG_CACHE_HOME/stdaily)\n"
    "  --no-refresh  show what the index holds, without a look at the files\n";
static const char json_option[] = "  --json        print JSON Lines\n";
static const char limit_option[] = "  --limit N     print at most N (default: 20; 0: all)\n";
static const char help_option[] = "  --help        print this\n";

static int put_help(void)
{
    puts("stdaily reads an archive of newspaper pages: a folder of OCR text files, one a page.\n\nUsage:");
    for (int i = 0; i < N_COMMANDS; i++)
        printf("  stdaily %-8s %-12s %s\n", commands[i].name, commands[i].args, commands[i].help);
    printf("\nOptions:\n%s%s%s%s  --version     print the version\n\n", common_options, json_option,
           limit_option, help_option);
    puts("Exit status: 0; 1 when nothing was found; 2 for wrong usage or an archive that can't be read.");
    return EXIT_FOUND;
}

static int put_command_help(const command *c)
{
    printf("stdaily %s %s [options]\n  %s\n\nOptions:\n%s%s%s%s", c->name, c->args, c->help, common_options,
           c->json ? json_option : "", c->limit ? limit_option : "", help_option);
    return EXIT_FOUND;
}

static const command *find_command(const char *name)
{
    for (int i = 0; i < N_COMMANDS; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    }
    return NULL;
}

static bool is_count(const char *text)
{
    size_t len = strlen(text);
    return len > 0 && len < 10 && strspn(text, "0123456789") == len;
}

/* Beyond the letters, so that getopt's `optopt` tells them apart. */
enum { OPTION_CACHE = 256, OPTION_JSON, OPTION_LIMIT, OPTION_NO_REFRESH, OPTION_HELP };

static const struct option long_options[] = {
    {"cache", required_argument, NULL, OPTION_CACHE}, {"json", no_argument, NULL, OPTION_JSON},
    {"limit", required_argument, NULL, OPTION_LIMIT}, {"no-refresh", no_argument, NULL, OPTION_NO_REFRESH},
    {"help", no_argument, NULL, OPTION_HELP},         {NULL, 0, NULL, 0},
};

static int wrong_option(const command *c, int option, char **argv)
{
    char letter[] = {'-', (char)optopt, '\0'};
    bool is_letter = option == '?' && optopt > 0 && optopt < OPTION_CACHE;
    return complain("%s: %s is no option here, or lacks its value: see `stdaily %s --help`", c->name,
                    is_letter ? letter : argv[optind - 1], c->name);
}

/* Takes the options out of argv; *help says that help was asked for.  EXIT_FOUND or EXIT_ERROR. */
static int parse_options(const command *c, int argc, char **argv, options *o, bool *help)
{
    int option;
    opterr = 0;
    while ((option = getopt_long(argc, argv, ":", long_options, NULL)) != -1) {
        if (option == OPTION_CACHE)
            o->cache = optarg;
        else if (option == OPTION_NO_REFRESH)
            o->refresh = false;
        else if (option == OPTION_HELP)
            *help = true;
        else if (option == OPTION_JSON && c->json)
            o->json = true;
        else if (option == OPTION_LIMIT && c->limit && is_count(optarg))
            o->limit = optarg;
        else
            return wrong_option(c, option, argv);
    }
    return EXIT_FOUND;
}

static int run(const command *c, const options *o)
{
    stdaily_archive *archive = NULL;
    int status = session_open(o, &archive);
    if (status != EXIT_FOUND)
        return status;
    if (o->refresh && c->run != command_messages)
        session_put_messages(archive);
    status = c->run(archive, o);
    stdaily_close(archive);
    return status;
}

/* `stdaily NAME ...`: argv starts with the subcommand's name. */
static int run_command(const command *c, int argc, char **argv)
{
    options o = {.limit = "20", .refresh = true};
    bool help = false;
    if (parse_options(c, argc, argv, &o, &help) != EXIT_FOUND)
        return EXIT_ERROR;
    if (help)
        return put_command_help(c);
    if (argc - optind != c->n_args)
        return complain("usage: stdaily %s %s [options]%s", c->name, c->args,
                        c->n_args > 1 && argc - optind > c->n_args ? "; several words need quotes" : "");
    o.dir = argv[optind];
    o.operand = c->n_args > 1 ? argv[optind + 1] : NULL;
    return run(c, &o);
}

/* The reader of a pipe has seen enough: end without a word.  The index is safe at any moment. */
static void quit_quietly(int number)
{
    (void)number;
    _exit(EXIT_ERROR);
}

int main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    signal(SIGPIPE, quit_quietly);
    if (argc < 2)
        return complain("no subcommand: see `stdaily --help`");
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return finish_output(put_help());
    if (strcmp(argv[1], "--version") == 0) {
        printf("stdaily %s\n", stdaily_version());
        return finish_output(EXIT_FOUND);
    }
    const command *c = find_command(argv[1]);
    if (!c)
        return complain("no subcommand \"%s\": see `stdaily --help`", argv[1]);
    return finish_output(run_command(c, argc - 1, argv + 1));
}
