"""`python -m neaspec_docs`: the same as the command `neaspec-docs`."""

from neaspec_docs.cli.main import main

if __name__ == "__main__":
    main()
