// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// METIS on Ethereum. Its code is placed at the real address without running the constructor, so name and symbol are constants.
contract MetisL1 is ERC20 {
    constructor() ERC20("", "") {}

    function name() public pure override returns (string memory) {
        return "Metis Token";
    }

    function symbol() public pure override returns (string memory) {
        return "Metis";
    }

    function devnetMint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}
